import type { Database, Transaction } from "@/lib/db";
import { whereState } from "@/lib/mail/ledger/state";
import { lockMeeting, meetingsOf } from "@/lib/occurrences/lock-meeting";
import { hurryDeliveries } from "@/lib/queue";

/**
 * Clears nextAttemptAt, so a second call does nothing. The caller locks the meetings first.
 * @returns mails whose job was still waiting; a worker has the others
 */
export async function tryNow(db: Pick<Database, "boss">, tx: Transaction, ids: string[], now: Date): Promise<string[]> {
  const hurried = await hurryDeliveries(db, tx, ids, now);
  await tx.delivery.updateMany({ where: { id: { in: hurried } }, data: { nextAttemptAt: null } });
  return hurried;
}

/** Tries all deferred mails. @returns how many */
export async function tryAllNow(db: Pick<Database, "boss">, tx: Transaction, now: Date): Promise<number> {
  const waiting = await tx.delivery.findMany({
    where: { ...whereState("deferred"), nextAttemptAt: { not: null } },
    select: { id: true },
  });
  const ids = waiting.map(({ id }) => id);
  await lockMeeting(tx, meetingsOf(ids), "FOR UPDATE");
  return (await tryNow(db, tx, ids, now)).length;
}
