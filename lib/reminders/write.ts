import type { Database, Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { enqueueReminders } from "@/lib/queue";
import { planReminders } from "@/lib/reminders/plan";

type Wanted = { occurrenceId: string; minutes: number[]; startsAt: Date; now: Date };

/** Saves an occurrence's reminders, with a job for each new moment. Jobs of former moments do nothing. */
export async function writeReminders(
  db: Pick<Database, "boss">,
  tx: Transaction,
  { occurrenceId, minutes, startsAt, now }: Wanted,
): Promise<void> {
  const existing = await tx.reminder.findMany({ where: { occurrenceId } });
  const { insert, update, removeIds } = planReminders(existing, minutes, startsAt, now);
  const settled = ({ status }: { status: string }) => ({ settledAt: status === "DROPPED" ? now : null });
  const added = insert.map((moment) => ({ id: newId(), ...moment }));
  if (added.length > 0)
    await tx.reminder.createMany({ data: added.map((moment) => ({ ...moment, occurrenceId, ...settled(moment) })) });
  for (const { id, ...moment } of update)
    await tx.reminder.update({ where: { id }, data: { ...moment, ...settled(moment) } });
  if (removeIds.length > 0) await tx.reminder.deleteMany({ where: { id: { in: removeIds } } });
  await enqueueReminders(
    db,
    tx,
    [...added, ...update].filter(({ status }) => status === "WAITING"),
  );
}

export async function removeWaitingReminders(tx: Transaction, meetingId: string): Promise<void> {
  await tx.reminder.deleteMany({ where: { occurrence: { meetingId }, status: "WAITING" } });
}
