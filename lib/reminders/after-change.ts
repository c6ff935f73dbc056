import type { Database, Transaction } from "@/lib/db";
import { supersede } from "@/lib/mail/ledger/supersede";
import { insertReminderMails } from "@/lib/reminders/mails";
import { dueBefore } from "@/lib/reminders/plan";
import { Prisma } from "@/prisma/generated/client";

type Changed = {
  occurrenceId: string;
  minutes: number[];
  startsAt: Date;
  factsChanged: boolean;
  mailHost: string;
  now: Date;
};

/** Replaces queued reminder mails that a change made outdated. Comes after `writePlan`, in its transaction. */
export async function remindAfterChange(
  db: Pick<Database, "boss">,
  tx: Transaction,
  { occurrenceId, minutes, startsAt, factsChanged, mailHost, now }: Changed,
): Promise<void> {
  const sent = await tx.reminder.findMany({ where: { occurrenceId, status: "SENT" } });
  if (sent.length === 0) return;
  const stillWanted = sent.filter(
    ({ minutesBefore, dueAt }) => minutes.includes(minutesBefore) && +dueAt === +dueBefore(startsAt, minutesBefore),
  );
  const outdated = factsChanged ? sent : sent.filter((reminder) => !stillWanted.includes(reminder));
  const ids = outdated.map(({ id }) => id);
  const mailsOfReminders = Prisma.sql`d."reminderId" = ANY(${ids}::uuid[]) AND d."participantId" IN (SELECT p."id" FROM
    "Participant" p JOIN "Occurrence" oc ON oc."meetingId" = p."meetingId" WHERE oc."id" = ${occurrenceId}::uuid)`;
  await supersede(tx, mailsOfReminders, now);
  await insertReminderMails(
    db,
    tx,
    stillWanted.map(({ id }) => id),
    { onlySuperseded: true, mailHost, now },
  );
}
