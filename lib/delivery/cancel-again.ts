import type { Database, Transaction } from "@/lib/db";
import { newId, wholeSecond } from "@/lib/ids";
import { enqueueDeliveries } from "@/lib/queue";

/**
 * A calendar drops a cancellation of an entry that it does not know (RFC 5546 §3.2.5). Where an invitation was on the wire
 * when its meeting was cancelled, the two may have arrived in the wrong order, so the cancellation goes out again after it.
 * @param invitationIds superseded deliveries that the mail server took all the same
 */
export async function cancelAgain(db: Database, tx: Transaction, invitationIds: string[], now: Date): Promise<void> {
  const cancelled = await tx.delivery.findMany({
    where: { kind: "CANCELLATION", participant: { deliveries: { some: { id: { in: invitationIds } } } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    distinct: ["participantId"],
  });
  const deliveries = cancelled
    // One that is still to be sent follows anyway.
    .filter(({ status }) => status !== "QUEUED")
    .map(({ participantId, kind, sequence, revisedAt, references, messageId }) => {
      const id = newId();
      const host = messageId.split("@").at(-1);
      return {
        id,
        participantId,
        kind,
        sequence,
        revisedAt,
        references,
        messageId: `${id}@${host}`,
        nextAttemptAt: now,
        createdAt: wholeSecond(now),
      };
    });
  await tx.delivery.createMany({ data: deliveries });
  await enqueueDeliveries(
    db,
    tx,
    deliveries.map(({ id }) => ({ id, attempts: 0, dueAt: now })),
  );
}
