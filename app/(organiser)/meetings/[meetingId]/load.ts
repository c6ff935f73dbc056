import { notFound } from "next/navigation";
import { cache } from "react";
import { requireOrganiser } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { findMeeting } from "@/lib/meetings/read/find";
import { meetingProblems } from "@/lib/meetings/read/problems";
import { removedPeople } from "@/lib/meetings/read/removed";
import { lastLinkEndsAt } from "@/lib/meetings/read/stale-links";
import { runtime } from "@/lib/runtime";

export type Params = Promise<{ meetingId: string }>;

/** The meeting of the address, once a request. Another organiser's answers like one that does not exist. */
export const meetingOf = cache(async (meetingId: string) => {
  const organiser = await requireOrganiser();
  const { db } = runtime();
  const meeting = isId(meetingId) ? await findMeeting(db, { meetingId, viewer: organiser }) : null;
  return { organiser, meeting: meeting ?? notFound() };
});

/** All that the page of a meeting shows. */
export async function meetingView(id: string) {
  const { organiser, meeting } = await meetingOf(id);
  const { db, mail } = runtime();
  const now = new Date();
  const [problems, removed, linksEndAt] = await Promise.all([
    meetingProblems(db, meeting, now),
    removedPeople(db, { meetingId: meeting.id, viewer: organiser }),
    lastLinkEndsAt(db, { meetingId: meeting.id, now }),
  ]);
  return {
    meeting,
    problems,
    /** Who knows an older state of the meeting. */
    outdated: problems.flatMap((problem) => (problem.code === "outdated" ? problem.people : [])),
    removed,
    /** When the last link that was mailed ends; null when none opens the room. */
    linksEndAt,
    /** Without a mail server mails stay in local mail. */
    hasMailServer: mail.lastRead().server !== null,
    timeZone: organiser.timeZone,
    now,
    isCancelled: meeting.status === "CANCELLED",
    isOver: meeting.endsAt <= now,
  };
}

export type MeetingView = Awaited<ReturnType<typeof meetingView>>;
