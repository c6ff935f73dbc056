import type { Transaction } from "@/lib/db";

/**
 * Mails to these people that have not left yet and that a newer one makes untrue. Locked in the order of their IDs, as
 * recording does (lib/mail/delivery/record-attempts.ts), so that the two never wait for each other. One that the worker holds at this
 * moment may still go out; its correction then follows (lib/mail/delivery/resend-after-late-accept.ts).
 */
export async function supersedeQueued(tx: Transaction, participantIds: string[], now: Date): Promise<void> {
  if (participantIds.length === 0) return;
  await tx.$executeRaw`
    WITH queued AS (
      SELECT "id" FROM "Delivery"
      WHERE "participantId" = ANY(${participantIds}::uuid[]) AND "status" = 'QUEUED' AND "kind" <> 'NOTICE'
      ORDER BY "id" FOR UPDATE
    )
    UPDATE "Delivery" d SET "status" = 'SUPERSEDED', "nextAttemptAt" = NULL, "settledAt" = ${now}::timestamptz
    FROM queued WHERE d."id" = queued."id"`;
}
