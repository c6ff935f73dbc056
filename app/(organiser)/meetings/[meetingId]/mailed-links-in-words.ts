import { clockSkewMs } from "@/lib/jitsi/room-token";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { inWords } from "../in-words";
import { linkTimes, linkTimesInWords, windowInWords } from "../link-times";

type Meeting = Pick<MeetingDetails, "startsAt" | "endsAt" | "opensBeforeMinutes" | "closesAfterMinutes"> & {
  participants: unknown[];
};

/** When the first link that was mailed opens. */
export function firstLinkOpensAt(meeting: Meeting, untold: OutdatedPerson[]): Date {
  const older = untold.flatMap(({ link }) => (link ? [link.notBefore.getTime() + clockSkewMs] : []));
  const own = linkTimes(meeting).opensAt.getTime();
  return new Date(Math.min(...older, ...(older.length < meeting.participants.length ? [own] : [])));
}

/** When the links that were mailed open and end: who was not told of another time has a link for the one before. */
export function mailedLinksInWords(meeting: Meeting, untold: OutdatedPerson[], timeZone: string): string {
  const own = linkTimes(meeting);
  const windows = new Map<string, { opensAt: Date; closesAt: Date; count: number }>();
  for (const { link } of untold) {
    if (!link) continue;
    const opensAt = new Date(link.notBefore.getTime() + clockSkewMs);
    const closesAt = link.expiresAt;
    if (+opensAt === +own.opensAt && +closesAt === +own.closesAt) continue;
    const key = `${+opensAt} ${+closesAt}`;
    const window = windows.get(key) ?? { opensAt, closesAt, count: 0 };
    windows.set(key, { ...window, count: window.count + 1 });
  }
  const older = [...windows.values()];
  const others = meeting.participants.length - older.reduce((sum, { count }) => sum + count, 0);
  if (others === 0 && older.length === 1) return `Links ${windowInWords(older[0]!, meeting, timeZone)}.`;
  const sentences = older.map(
    (window) =>
      `${inWords(window.count, "person has a link", "people have links")} from before: they ${windowInWords(window, meeting, timeZone)}.`,
  );
  return [others > 0 && linkTimesInWords(meeting, timeZone), ...sentences].filter(Boolean).join(" ");
}
