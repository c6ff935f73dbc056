import type { Database } from "@/lib/db";
import { inState, undelivered } from "@/lib/mail/ledger/state";
import { type UndeliveredCounts, undeliveredCounts } from "@/lib/meetings/read/undelivered";
import { isVisibleTo, type MeetingViewer } from "@/lib/meetings/read/visible-to";
import { isNotOver, occurrencesOfMeetings } from "@/lib/occurrences/upcoming";

export type NotInvited = { id: string; title: string } & Pick<UndeliveredCounts, "notInvited" | "notInvitedYet">;

/** Upcoming meetings with people not invited, the soonest first. Reads the few undelivered mails, not every meeting. */
export async function notInvited(
  { prisma }: Database,
  { viewer, now }: { viewer: MeetingViewer; now: Date },
): Promise<NotInvited[]> {
  return prisma.$queryRaw<NotInvited[]>`
    SELECT m."id", m."title", u."notInvited", u."notInvitedYet" FROM ${occurrencesOfMeetings}
      CROSS JOIN LATERAL (${undeliveredCounts}) u
    WHERE ${isVisibleTo(viewer)} AND m."status" = 'CONFIRMED' AND oc."status" = 'CONFIRMED' AND ${isNotOver(now)}
      AND m."id" IN (SELECT p."meetingId" FROM "Delivery" d JOIN "Participant" p ON p."id" = d."participantId"
        WHERE ${inState(...undelivered)} AND p."removedAt" IS NULL)
      AND u."notInvited" + u."notInvitedYet" > 0
    ORDER BY oc."startsAt", oc."id"`;
}
