import { type LinkTimes, linkTimes, mailedTokenTimes } from "@/lib/links/token-window";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import type { PageWords } from "@/lib/words/en/pages";
import { clocksOf, linkTimesText } from "../link-times";

type Meeting = Pick<MeetingDetails, "startsAt" | "endsAt" | "opensBeforeMinutes" | "closesAfterMinutes"> & {
  participants: unknown[];
};

/** When the first link that was mailed opens. */
export function firstLinkOpensAt(meeting: Meeting, outdated: OutdatedPerson[]): Date {
  const older = outdated.flatMap(({ link }) => (link ? [mailedTokenTimes(link).opensAt.getTime()] : []));
  const own = linkTimes(meeting).opensAt.getTime();
  return new Date(Math.min(...older, ...(older.length < meeting.participants.length ? [own] : [])));
}

/** When the links that were mailed open and end: who does not know of another time has a link for the one before. */
export function mailedLinksText(
  meeting: Meeting,
  outdated: OutdatedPerson[],
  timeZone: string,
  words: PageWords["meetings"],
): string {
  const own = linkTimes(meeting);
  const windows = new Map<string, LinkTimes & { count: number }>();
  for (const { link } of outdated) {
    if (!link) continue;
    const { opensAt, closesAt } = mailedTokenTimes(link);
    if (+opensAt === +own.opensAt && +closesAt === +own.closesAt) continue;
    const key = `${+opensAt} ${+closesAt}`;
    const window = windows.get(key) ?? { opensAt, closesAt, count: 0 };
    windows.set(key, { ...window, count: window.count + 1 });
  }
  const older = [...windows.values()];
  const others = meeting.participants.length - older.reduce((sum, { count }) => sum + count, 0);
  const clocks = (window: LinkTimes) => clocksOf(window, meeting.startsAt, timeZone);
  if (others === 0 && older.length === 1) return words.links.window(...clocks(older[0]!));
  return [
    ...(others > 0 ? [linkTimesText(meeting, timeZone, words)] : []),
    ...older.map((window) => words.links.olderWindow(window.count, ...clocks(window))),
  ].join(" ");
}
