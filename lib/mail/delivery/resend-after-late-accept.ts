import type { Database, Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { insertDeliveries, mailHostOf, type NewDelivery } from "@/lib/mail/ledger/insert";
import { newestCalendarMail } from "@/lib/mail/ledger/newest";
import { isInState, queued } from "@/lib/mail/ledger/state";
import { deliveryQueue } from "@/lib/queue";

type Newest = NewDelivery & Parameters<typeof isInState>[0] & { messageId: string };

/**
 * The mail server took, or may have taken, mails that were superseded meanwhile. They may have arrived after the newest mail,
 * and a calendar drops a cancellation of an entry that it does not know (RFC 5546 §3.2.5). So the newest goes out once more.
 * @param deliveryIds the superseded mails
 */
export async function resendAfterLateAccept(
  db: Database,
  tx: Transaction,
  deliveryIds: string[],
  now: Date,
): Promise<void> {
  const newest = await tx.$queryRaw<Newest[]>`
    SELECT d."id", d."participantId", d."kind", d."status", d."deferredAt", d."revisionId", d."previousRevisionId",
      d."changes", d."linkId", d."sequence", d."revisedAt", d."references", d."messageId"
    FROM (SELECT "participantId" AS "id", min("revisedAt") AS "revisedAt" FROM "Delivery"
      WHERE "id" = ANY(${deliveryIds}::uuid[]) GROUP BY "participantId") p CROSS JOIN LATERAL ${newestCalendarMail} d
    WHERE d."revisedAt" > p."revisedAt"`;
  const waiting = newest.filter((mail) => isInState(mail, ...queued)).map(({ id }) => id);
  const held = await heldByWorkers(tx, waiting);
  // A queued one follows anyway, and a failed one is shown to the organiser.
  const again = newest.filter((mail) => isInState(mail, "accepted") || held.has(mail.id));
  if (again.length === 0) return;
  const mailHost = mailHostOf(again[0]!.messageId);
  const copies = again.map(({ status: _, deferredAt: __, messageId: ___, ...mail }) => ({ ...mail, id: newId() }));
  await insertDeliveries(db, tx, copies, { mailHost, now });
}

async function heldByWorkers(tx: Transaction, deliveryIds: string[]): Promise<Set<string>> {
  if (deliveryIds.length === 0) return new Set();
  const jobs = await tx.$queryRaw<{ deliveryId: string }[]>`
    SELECT "data"->>'deliveryId' AS "deliveryId" FROM pgboss.job
    WHERE "name" = ${deliveryQueue} AND "state" = 'active' AND "data"->>'deliveryId' = ANY(${deliveryIds})`;
  return new Set(jobs.map(({ deliveryId }) => deliveryId));
}
