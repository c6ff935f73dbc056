import type { Transaction } from "@/lib/db";
import { isInvitation } from "@/lib/mail/ledger/kinds";
import { inState } from "@/lib/mail/ledger/state";

/** The local mailbox's answer: a mail with it reached nobody. */
export const keptHere = "250 kept in the local mailbox";

/**
 * Without a mail server the local mailbox is where mails are to end, and they count as accepted. Once one is set, whoever has
 * a mail there was told nothing: of meetings to come, those mails count as not sent from now on. A cancellation only where
 * there is something in a calendar to call off.
 */
export async function countKeptAsUnsent(tx: Pick<Transaction, "$executeRaw">, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Delivery" d SET "status" = 'KEPT'
    FROM "Participant" p JOIN "Meeting" m ON m."id" = p."meetingId"
    WHERE p."id" = d."participantId" AND m."endsAt" > ${now}::timestamptz
      AND ${inState("accepted")} AND d."response" = ${keptHere}
      AND (${isInvitation} OR (d."kind" = 'CANCELLATION' AND EXISTS (SELECT 1 FROM "Delivery" d
        WHERE d."participantId" = p."id" AND ${isInvitation} AND ${inState("accepted")} AND d."response" IS DISTINCT FROM ${keptHere})))`;
}
