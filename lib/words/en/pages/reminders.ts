import { list, number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

/** `1 day`, `90 minutes`. */
function length(minutes: number): string {
  const [count, one] =
    minutes % 1440 === 0 ? [minutes / 1440, "day"] : minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return plural("en", count, { one: `${number(count)} ${one}`, other: `${number(count)} ${one}s` });
}

/** Reminders before a meeting, planned and sent. */
export const reminders = {
  title: "Reminders",
  own: "Another time (minutes before)",
  none: "None",
  /** `1 day and 15 minutes before the start`; the longest first. */
  before: (minutes: number[]) => `${list(minutes.map(length))} before the start`,
  planned: (minutes: number, at: string) => `${length(minutes)} before: ${at}`,
  sent: (minutes: number, at: string) => `${length(minutes)} before: sent ${at}`,
  sentToSome: (minutes: number, at: string, sent: number, missed: number) =>
    `${length(minutes)} before: sent to ${number(sent)} of ${number(sent + missed)}, ${at}. ${plural("en", missed, {
      one: `${number(missed)} person had no working link.`,
      other: `${number(missed)} people had no working link.`,
    })}`,
  sentToNobody: (minutes: number, at: string) =>
    `${length(minutes)} before: not sent. Nobody had a working link on ${at}.`,
  missed: (minutes: number) => `${length(minutes)} before: not sent. Latchkey was not running.`,
  tooLate: (minutes: number) => `${length(minutes)} before: not sent. The meeting was saved after that time.`,
};
