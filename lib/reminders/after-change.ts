import type { Database, Transaction } from "@/lib/db";
import { supersede } from "@/lib/mail/ledger/supersede";
import { insertReminderMails } from "@/lib/reminders/mails";
import { dueBefore } from "@/lib/reminders/plan";
import { Prisma } from "@/prisma/generated/client";

type Changed = {
  occurrenceId: string;
  /** Minutes before the start: what is wanted from now on. */
  minutes: number[];
  startsAt: Date;
  /** Whether the meeting itself reads differently, and not only who is in it. */
  reads: boolean;
  mailHost: string;
  now: Date;
};

/**
 * Reminder mails that wait while their meeting is changed. What they say is no longer so, but the reminder has to reach
 * people all the same: they are superseded and written anew. Not when the meeting starts at another time, or the reminder
 * is no longer wanted. After the plan was written, in its transaction.
 */
export async function remindAfterChange(
  db: Pick<Database, "boss">,
  tx: Transaction,
  { occurrenceId, minutes, startsAt, reads, mailHost, now }: Changed,
): Promise<void> {
  const sent = await tx.reminder.findMany({ where: { occurrenceId, status: "SENT" } });
  if (sent.length === 0) return;
  const holds = sent.filter(
    ({ minutesBefore, dueAt }) => minutes.includes(minutesBefore) && +dueAt === +dueBefore(startsAt, minutesBefore),
  );
  const outdated = reads ? sent : sent.filter((reminder) => !holds.includes(reminder));
  const ids = outdated.map(({ id }) => id);
  const mailsOfReminders = Prisma.sql`d."reminderId" = ANY(${ids}::uuid[]) AND d."participantId" IN (SELECT p."id" FROM
    "Participant" p JOIN "Occurrence" oc ON oc."meetingId" = p."meetingId" WHERE oc."id" = ${occurrenceId}::uuid)`;
  await supersede(tx, mailsOfReminders, now);
  await insertReminderMails(
    db,
    tx,
    holds.map(({ id }) => id),
    { anew: true, mailHost, now },
  );
}
