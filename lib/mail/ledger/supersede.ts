import type { Transaction } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/**
 * Withdraws queued mails that a newer one replaces. They are locked in the order of their IDs, as in
 * lib/mail/delivery/record-attempts.ts, so that the two cannot deadlock. One that a worker holds may still go out: its
 * correction follows (lib/mail/delivery/resend-after-late-accept.ts).
 * @param which of deliveries `d`
 */
export async function supersede(tx: Transaction, which: Prisma.Sql, now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH replaced AS (SELECT d."id" FROM "Delivery" d WHERE d."status" = 'QUEUED' AND ${which} ORDER BY d."id" FOR UPDATE)
    UPDATE "Delivery" d SET "status" = 'SUPERSEDED', "nextAttemptAt" = NULL, "settledAt" = ${now}::timestamptz
    FROM replaced WHERE d."id" = replaced."id"`;
}

/** All queued mails to these people but notices. */
export async function supersedeQueued(tx: Transaction, participantIds: string[], now: Date): Promise<void> {
  if (participantIds.length === 0) return;
  await supersede(tx, Prisma.sql`d."participantId" = ANY(${participantIds}::uuid[]) AND d."kind" <> 'NOTICE'`, now);
}
