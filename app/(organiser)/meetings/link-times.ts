import { clockAt } from "./clock-range";
import { zoneName } from "./zone-name";

type Meeting = { startsAt: Date; endsAt: Date; opensBeforeMinutes: number; closesAfterMinutes: number };

const minuteMs = 60_000;

/** As a person is told: without the minute by which tokens open earlier for clocks that are behind. */
export function linkTimes({ startsAt, endsAt, opensBeforeMinutes, closesAfterMinutes }: Meeting) {
  return {
    opensAt: new Date(startsAt.getTime() - opensBeforeMinutes * minuteMs),
    closesAt: new Date(endsAt.getTime() + closesAfterMinutes * minuteMs),
  };
}

/** `Links open at 14:45 and work until 20:00 (Kathmandu time).` A day is named where it is not the meeting's. */
export function linkTimesInWords(meeting: Meeting, timeZone: string): string {
  return `Links ${windowInWords(linkTimes(meeting), meeting, timeZone)}.`;
}

/** `open at 14:45 and work until 20:00 (Kathmandu time)`. */
export function windowInWords(
  { opensAt, closesAt }: ReturnType<typeof linkTimes>,
  { startsAt }: Pick<Meeting, "startsAt">,
  timeZone: string,
): string {
  const [opens, closes] = [opensAt, closesAt].map((at) => clockAt(at, timeZone, startsAt));
  return `open at ${opens} and work until ${closes} (${zoneName(timeZone)})`;
}

/** Of a cancelled meeting: nobody can take back a link that is out. `until` is when the last of them ends; null: none opens its room. */
export function leftLinksInWords(until: Date | null, timeZone: string, now: Date): string {
  if (!until) return "No link that was mailed opens the room any more.";
  return `Links that were mailed cannot be taken back: the last one works until ${untilInWords(until, timeZone, now)}.`;
}

/** `20:00 (Kathmandu time)`, with the day where it is not today. */
export const untilInWords = (until: Date, timeZone: string, now: Date): string =>
  `${clockAt(until, timeZone, now)} (${zoneName(timeZone)})`;
