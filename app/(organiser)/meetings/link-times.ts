import { zoneName } from "@/lib/time/when";
import type { PageWords } from "@/lib/words/en/pages";
import { clockAt } from "./clock";

type Meeting = { startsAt: Date; endsAt: Date; opensBeforeMinutes: number; closesAfterMinutes: number };
export type LinkTimes = { opensAt: Date; closesAt: Date };

const minuteMs = 60_000;

/** As a person is told: without the minute by which tokens open earlier for clocks that are behind. */
export function linkTimes({ startsAt, endsAt, opensBeforeMinutes, closesAfterMinutes }: Meeting): LinkTimes {
  return {
    opensAt: new Date(startsAt.getTime() - opensBeforeMinutes * minuteMs),
    closesAt: new Date(endsAt.getTime() + closesAfterMinutes * minuteMs),
  };
}

/** Both ends on the clocks of a zone; a day is named where it is not the meeting's. */
export function clocksOf({ opensAt, closesAt }: LinkTimes, startsAt: Date, timeZone: string) {
  const [opens, closes] = [opensAt, closesAt].map((at) => clockAt(at, timeZone, startsAt));
  return [opens!, closes!, zoneName(timeZone)] as const;
}

/** `Links open at 14:45 and work until 20:00 (Kathmandu time).` */
export const linkTimesText = (meeting: Meeting, timeZone: string, { links }: PageWords["meetings"]): string =>
  links.window(...clocksOf(linkTimes(meeting), meeting.startsAt, timeZone));
