import { type LinkTimes, linkTimes, type MeetingWindow } from "@/lib/links/token-window";
import { zoneName } from "@/lib/time/when";
import type { PageWords } from "@/lib/words/en/pages";
import { clockAt } from "./clock";

/** Both ends on the clocks of a zone; a day is named where it is not the meeting's. */
export function clocksOf({ opensAt, closesAt }: LinkTimes, startsAt: Date, timeZone: string) {
  const [opens, closes] = [opensAt, closesAt].map((at) => clockAt(at, timeZone, startsAt));
  return [opens!, closes!, zoneName(timeZone)] as const;
}

/** `Links open at 14:45 and work until 20:00 (Kathmandu time).` */
export const linkTimesText = (meeting: MeetingWindow, timeZone: string, { links }: PageWords["meetings"]): string =>
  links.window(...clocksOf(linkTimes(meeting), meeting.startsAt, timeZone));
