import type { Database, Transaction } from "@/lib/db";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { hasDeclined } from "@/lib/participants/current-answer";
import type { ReminderJobData } from "@/lib/queue";
import { insertReminderMails } from "@/lib/reminders/mails";
import { Prisma } from "@/prisma/generated/client";

type Waiting = { id: string; dueAt: Date; over: boolean };

/**
 * Writes the mails of due reminders in one transaction. A job counts only if its reminder still waits for that moment.
 * A late reminder is sent until the meeting ends, then dropped.
 */
export async function sendReminders(
  db: Database,
  jobs: ReminderJobData[],
  { mailHost, now }: { mailHost: string; now: Date },
): Promise<number> {
  const ids = jobs.map(({ reminderId }) => reminderId);
  const jobMoments = new Set(jobs.map(({ reminderId, dueAt }) => `${reminderId} ${dueAt}`));
  return db.prisma.$transaction(async (tx) => {
    const meetings = Prisma.sql`
      SELECT oc."meetingId" FROM "Reminder" r JOIN "Occurrence" oc ON oc."id" = r."occurrenceId" WHERE r."id" = ANY(${ids}::uuid[])`;
    await lockMeeting(tx, meetings, "FOR SHARE");
    const waiting = await tx.$queryRaw<Waiting[]>`
      SELECT r."id", r."dueAt", oc."endsAt" <= ${now}::timestamptz AS "over"
      FROM "Reminder" r JOIN "Occurrence" oc ON oc."id" = r."occurrenceId" AND oc."status" = 'CONFIRMED'
      WHERE r."id" = ANY(${ids}::uuid[]) AND r."status" = 'WAITING' ORDER BY r."id" FOR UPDATE OF r`;
    const due = waiting.filter(({ id, dueAt }) => jobMoments.has(`${id} ${dueAt.toISOString()}`));
    const dropped = due.filter(({ over }) => over).map(({ id }) => id);
    const sent = due.filter(({ over }) => !over).map(({ id }) => id);
    await tx.reminder.updateMany({ where: { id: { in: dropped } }, data: { status: "DROPPED", settledAt: now } });
    await tx.reminder.updateMany({ where: { id: { in: sent } }, data: { status: "SENT", settledAt: now } });
    const mails = await insertReminderMails(db, tx, sent, { mailHost, now });
    await countReminded(tx, sent);
    return mails;
  });
}

/** Counted once: later changes replace mails and do not remind more people. */
async function countReminded(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Reminder" r SET "reminded" = c."reminded", "leftOut" = c."wanted" - c."reminded"
    FROM (
      SELECT r."id", count(*)::int AS "wanted", (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Delivery" d
        WHERE d."participantId" = p."id" AND d."reminderId" = r."id")))::int AS "reminded"
      FROM "Reminder" r JOIN "Occurrence" oc ON oc."id" = r."occurrenceId"
        JOIN "Participant" p ON p."meetingId" = oc."meetingId" AND p."removedAt" IS NULL AND NOT ${hasDeclined}
      WHERE r."id" = ANY(${ids}::uuid[]) GROUP BY r."id"
    ) c WHERE c."id" = r."id"`;
}
