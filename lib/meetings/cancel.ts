import type { Database } from "@/lib/db";
import { loadMeetingState } from "@/lib/meetings/plan/meeting-state";
import { planCancellation } from "@/lib/meetings/plan/plan-change";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { cancelOccurrence } from "@/lib/meetings/write/write-occurrence";
import { writePlan } from "@/lib/meetings/write/write-plan";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { upcomingMeetings } from "@/lib/occurrences/upcoming";
import { reminderMinutes } from "@/lib/reminders/of-meeting";
import { removeWaitingReminders } from "@/lib/reminders/write";

export type CancelResult = { ok: true } | { ok: false; reason: "not-upcoming" };

/**
 * Cancels a meeting that is not over, and takes it out of everybody's calendar.
 * An older mail may leave at the same moment. The cancellation then follows again (resend-after-late-accept.ts).
 */
export async function cancelMeeting(
  db: Database,
  {
    meetingId,
    viewer,
    mailHost,
    now,
  }: { meetingId: string; viewer: NonNullable<MeetingViewer>; mailHost: string; now: Date },
): Promise<CancelResult> {
  return db.prisma.$transaction(async (tx) => {
    await lockMeeting(tx, meetingId, "FOR UPDATE");
    const where = { id: meetingId, AND: [visibleTo(viewer), upcomingMeetings(now)] };
    if ((await tx.meeting.count({ where })) === 0) return { ok: false, reason: "not-upcoming" } as const;
    await tx.meeting.update({
      where: { id: meetingId },
      data: { status: "CANCELLED", cancelledAt: now, version: { increment: 1 } },
    });
    await cancelOccurrence(tx, meetingId);
    const state = (await loadMeetingState(tx, meetingId, { now }))!;
    const { version, status, facts, locale } = state;
    const reminders = await reminderMinutes(tx, meetingId);
    const revision = { version, status, facts, locale, reminders, createdById: viewer.id };
    const people = planCancellation(state, now);
    await writePlan(db, tx, people, { meetingId, revision, meetingCancelled: true, mailHost, now });
    await removeWaitingReminders(tx, meetingId);
    return { ok: true } as const;
  });
}
