import { pageLocale } from "@/app/_words/page-locale";
import { wallTimeOf } from "@/lib/time/wall-time";
import { zoneName } from "@/lib/time/when";

type Span = { startsAt: Date; endsAt: Date };

/** `15:00–16:00`; the last day is named where it is another one: `23:00 – Wed 25 Nov, 01:00`. */
export function clockRange({ startsAt, endsAt }: Span, timeZone: string): string {
  const [start, end] = [startsAt, endsAt].map((at) => wallTimeOf(at, timeZone));
  if (start!.date === end!.date) return `${start!.time}–${end!.time}`;
  return `${start!.time} – ${dayAndClock(endsAt, timeZone)}`;
}

/** `15:00–16:00`, with the day in front where that is not the one of `reference`. */
export function clockRangeAt(span: Span, timeZone: string, reference: Date): string {
  const range = clockRange(span, timeZone);
  const [day, other] = [span.startsAt, reference].map((at) => shortDay(at, timeZone));
  return day === other ? range : `${day}, ${range}`;
}

/** `14:03`, or `Tue 24 Nov, 14:03` when it is not the day of `reference`. */
export function clockAt(at: Date, timeZone: string, reference: Date): string {
  const { date, time } = wallTimeOf(at, timeZone);
  return date === wallTimeOf(reference, timeZone).date ? time : dayAndClock(at, timeZone);
}

/** `14:03 Kathmandu time`, or `Tue 24 Nov, 14:03 Kathmandu time` when it is not the day of `reference`. */
export const zonedClockAt = (at: Date, timeZone: string, reference: Date): string =>
  `${clockAt(at, timeZone, reference)} ${zoneName(timeZone)}`;

/** `Tue 24 Nov, 14:03`. */
export function dayAndClock(at: Date, timeZone: string): string {
  return `${shortDay(at, timeZone)}, ${wallTimeOf(at, timeZone).time}`;
}

/** Whether clocks in both zones show the same at that moment. */
export function sameClock(at: Date, one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((zone) => wallTimeOf(at, zone));
  return a!.date === b!.date && a!.time === b!.time;
}

const shortDay = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat(pageLocale, { timeZone, weekday: "short", day: "numeric", month: "short" })
    .format(at)
    .replace(",", "");
