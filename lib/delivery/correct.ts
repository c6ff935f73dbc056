import type { Database, Transaction } from "@/lib/db";
import { insertDeliveries } from "@/lib/delivery/insert";
import { newId } from "@/lib/ids";

type Newest = {
  participantId: string;
  kind: "INVITATION" | "UPDATE" | "CANCELLATION";
  status: string;
  revisionId: string;
  previousRevisionId: string | null;
  changes: string[];
  roomTokenId: string | null;
  sequence: number;
  revisedAt: Date;
  references: string | null;
  messageId: string;
};

/**
 * A mail that was on the wire when a change made it untrue has been accepted all the same. The person's newest mail may have
 * arrived before it, and a calendar drops a cancellation of an entry that it does not know (RFC 5546 §3.2.5): so the newest
 * goes out once more, as the same revision of the entry.
 * @param deliveryIds superseded deliveries that the mail server took
 */
export async function correctAfter(db: Database, tx: Transaction, deliveryIds: string[], now: Date): Promise<void> {
  const newest = await tx.$queryRaw<Newest[]>`
    SELECT DISTINCT ON (d."participantId") d."participantId", d."kind", d."status", d."revisionId", d."previousRevisionId",
      d."changes", d."roomTokenId", d."sequence", d."revisedAt", d."references", d."messageId"
    FROM "Delivery" d
    WHERE d."participantId" IN (SELECT s."participantId" FROM "Delivery" s WHERE s."id" = ANY(${deliveryIds}::uuid[]))
      AND d."kind" IN ('INVITATION', 'UPDATE', 'CANCELLATION')
    ORDER BY d."participantId", d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC`;
  // One that is still to be sent follows anyway, and one that was given up is shown to the organiser.
  const again = newest.filter(({ status }) => status === "ACCEPTED");
  if (again.length === 0) return;
  const mailHost = again[0]!.messageId.split("@").at(-1)!;
  const copies = again.map(({ status: _, messageId: __, ...mail }) => ({ ...mail, id: newId() }));
  await insertDeliveries(db, tx, copies, { mailHost, now });
}
