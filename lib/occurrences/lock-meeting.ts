import type { Transaction } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/**
 * - `FOR UPDATE`: to change the meeting, or to write mails that say what it is. One change at a time.
 * - `FOR NO KEY UPDATE`: to write an answer. Answers to one meeting follow each other. With `FOR SHARE` a change would wait
 *   until nobody answers (docs/decisions/027).
 * - `FOR SHARE`: to write what became of its mails. Several workers may do so at once, and no change comes in between.
 */
export type LockMode = "FOR UPDATE" | "FOR NO KEY UPDATE" | "FOR SHARE";

/**
 * Holds meetings until the transaction ends, and with them their occurrences, people and mails. Comes before any other lock:
 * all who take the meeting first, and several in the order of their IDs, never wait for each other in a circle. What depends
 * on the meeting is read in a later statement, because the same one would show it as before the wait.
 * @param which a meeting's ID, or a query that gives the IDs of several
 */
export async function lockMeeting(tx: Transaction, which: string | Prisma.Sql, mode: LockMode): Promise<void> {
  const ids = typeof which === "string" ? Prisma.sql`${which}::uuid` : which;
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE "id" IN (${ids}) ORDER BY "id" ${Prisma.raw(mode)}`;
}

/** Of these deliveries. */
export const meetingsOf = (deliveryIds: string[]): Prisma.Sql => Prisma.sql`
  SELECT p."meetingId" FROM "Participant" p JOIN "Delivery" d ON d."participantId" = p."id"
  WHERE d."id" = ANY(${deliveryIds}::uuid[])`;
