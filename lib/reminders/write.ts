import type { Database, Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { enqueueReminders } from "@/lib/queue";
import { planReminders } from "@/lib/reminders/plan";

type Wanted = {
  occurrenceId: string;
  /** Minutes before the start. */
  minutes: number[];
  startsAt: Date;
  now: Date;
};

/**
 * Brings an occurrence's reminders in line with what is wanted, and writes a job for every new moment. Inside the transaction
 * that saves the meeting. The job of a moment that is none any more finds that out when it comes due.
 */
export async function writeReminders(
  db: Pick<Database, "boss">,
  tx: Transaction,
  { occurrenceId, minutes, startsAt, now }: Wanted,
): Promise<void> {
  const existing = await tx.reminder.findMany({ where: { occurrenceId } });
  const { insert, update, remove } = planReminders(existing, minutes, startsAt, now);
  const settled = ({ status }: { status: string }) => ({ settledAt: status === "DROPPED" ? now : null });
  const added = insert.map((moment) => ({ id: newId(), ...moment }));
  if (added.length > 0)
    await tx.reminder.createMany({ data: added.map((moment) => ({ ...moment, occurrenceId, ...settled(moment) })) });
  for (const { id, ...moment } of update)
    await tx.reminder.update({ where: { id }, data: { ...moment, ...settled(moment) } });
  if (remove.length > 0) await tx.reminder.deleteMany({ where: { id: { in: remove } } });
  await enqueueReminders(
    db,
    tx,
    [...added, ...update].filter(({ status }) => status === "WAITING"),
  );
}

/** A cancelled meeting reminds nobody. */
export async function removeReminders(tx: Transaction, meetingId: string): Promise<void> {
  await tx.reminder.deleteMany({ where: { occurrence: { meetingId }, status: "WAITING" } });
}
