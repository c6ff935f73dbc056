import type { Database, Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { insertDeliveries, type NewDelivery } from "@/lib/mail/ledger/insert";
import { deliveryQueue } from "@/lib/queue";

type Newest = NewDelivery & { status: string; messageId: string };

/**
 * A mail that was on the wire when a change made it untrue has been accepted all the same. The person's newest mail may have
 * arrived before it, and a calendar drops a cancellation of an entry that it does not know (RFC 5546 §3.2.5): so the newest
 * goes out once more, as the same revision of the entry. Where nobody was told of that change, no mail is newer.
 * @param deliveryIds superseded deliveries that the mail server took
 */
export async function correctAfter(db: Database, tx: Transaction, deliveryIds: string[], now: Date): Promise<void> {
  const newest = await tx.$queryRaw<Newest[]>`
    SELECT DISTINCT ON (d."participantId") d."id", d."participantId", d."kind", d."status", d."revisionId", d."previousRevisionId",
      d."changes", d."roomTokenId", d."sequence", d."revisedAt", d."references", d."messageId"
    FROM "Delivery" d JOIN "Delivery" s ON s."participantId" = d."participantId" AND s."id" = ANY(${deliveryIds}::uuid[])
    WHERE d."kind" IN ('INVITATION', 'UPDATE', 'CANCELLATION') AND d."revisedAt" > s."revisedAt"
    ORDER BY d."participantId", d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC`;
  const queued = newest.filter(({ status }) => status === "QUEUED").map(({ id }) => id);
  const held = await heldByWorkers(tx, queued);
  // One that is still to be sent follows anyway, and one that was given up is shown to the organiser.
  const again = newest.filter(({ id, status }) => status === "ACCEPTED" || held.has(id));
  if (again.length === 0) return;
  const mailHost = again[0]!.messageId.split("@").at(-1)!;
  const copies = again.map(({ status: _, messageId: __, ...mail }) => ({ ...mail, id: newId() }));
  await insertDeliveries(db, tx, copies, { mailHost, now });
}

/** Those that a worker has taken may have been sent already, and not be recorded yet. */
async function heldByWorkers(tx: Transaction, deliveryIds: string[]): Promise<Set<string>> {
  if (deliveryIds.length === 0) return new Set();
  const jobs = await tx.$queryRaw<{ deliveryId: string }[]>`
    SELECT "data"->>'deliveryId' AS "deliveryId" FROM pgboss.job
    WHERE "name" = ${deliveryQueue} AND "state" = 'active' AND "data"->>'deliveryId' = ANY(${deliveryIds})`;
  return new Set(jobs.map(({ deliveryId }) => deliveryId));
}
