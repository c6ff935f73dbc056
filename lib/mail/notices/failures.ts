import type { Database, Transaction } from "@/lib/db";
import { isCalendarMail } from "@/lib/mail/ledger/kinds";
import { enqueueNotices } from "@/lib/queue";

/** One mail server that refuses 500 people does so within a minute: the organiser is told in one mail. */
const gatherMs = 60_000;

/**
 * Inside the caller's transaction, which holds the meetings' rows (FOR SHARE). Jobs are written in the order of the meetings, so that
 * two writers cannot deadlock. The organiser's own mail is skipped: a notice would fail too.
 */
export async function noticeFailures(
  db: Pick<Database, "boss">,
  tx: Transaction,
  deliveryIds: string[],
  now: Date,
): Promise<void> {
  if (deliveryIds.length === 0) return;
  const meetings = await tx.$queryRaw<{ meetingId: string }[]>`
    SELECT DISTINCT p."meetingId" FROM "Delivery" d JOIN "Participant" p ON p."id" = d."participantId"
    WHERE d."id" = ANY(${deliveryIds}::uuid[]) AND ${isCalendarMail} AND NOT p."isOrganiser"
    ORDER BY p."meetingId"`;
  const dueAt = new Date(now.getTime() + gatherMs);
  const notices = meetings.map(({ meetingId }) => ({
    meetingId,
    kind: "FAILURES" as const,
    key: `${meetingId}:FAILURES`,
    dueAt,
  }));
  await enqueueNotices(db, tx, notices);
}
