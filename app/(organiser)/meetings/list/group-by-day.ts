import { pageLocale } from "@/app/_words/page-locale";
import { wallTimeOf } from "@/lib/time/wall-time";

type Day<M> = { date: string; name: string; near: "today" | "tomorrow" | "yesterday" | null; meetings: M[] };

const dayMs = 24 * 3600_000;

/** Neighbours that start on the same day of the viewer's calendar, in the order in which they come. */
export function groupByDay<M extends { startsAt: Date }>(
  meetings: M[],
  { timeZone, now }: { timeZone: string; now: Date },
): Day<M>[] {
  const dateOf = (at: Date) => wallTimeOf(at, timeZone).date;
  const format = new Intl.DateTimeFormat(pageLocale, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const today = dateOf(now);
  const near = (date: string): Day<M>["near"] => {
    const days = Math.round((Date.parse(date) - Date.parse(today)) / dayMs);
    return days === 0 ? "today" : days === 1 ? "tomorrow" : days === -1 ? "yesterday" : null;
  };
  const groups: Day<M>[] = [];
  for (const meeting of meetings) {
    const date = dateOf(meeting.startsAt);
    const last = groups.at(-1);
    if (last?.date === date) last.meetings.push(meeting);
    else
      groups.push({
        date,
        name: format.format(meeting.startsAt).replace(",", ""),
        near: near(date),
        meetings: [meeting],
      });
  }
  return groups;
}
