import type { Transaction } from "@/lib/db";
import { isRequest } from "@/lib/mail/ledger/kinds";
import { inState } from "@/lib/mail/ledger/state";

/** Marks mails about upcoming meetings that are only in local mail. Marks a cancellation only if an invitation left by SMTP. */
export async function markStoredLocally(tx: Pick<Transaction, "$executeRaw">, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Delivery" d SET "status" = 'STORED_LOCALLY'
    FROM "Participant" p JOIN "Occurrence" oc ON oc."meetingId" = p."meetingId"
    WHERE p."id" = d."participantId" AND oc."endsAt" > ${now}::timestamptz
      AND ${inState("accepted")} AND d."sentVia" = 'LOCAL'
      AND (${isRequest} OR (d."kind" = 'CANCELLATION' AND EXISTS (SELECT 1 FROM "Delivery" d
        WHERE d."participantId" = p."id" AND ${isRequest} AND ${inState("accepted")} AND d."sentVia" = 'SMTP')))`;
}
