import type { Transaction } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/**
 * - `FOR UPDATE`: to change a meeting, replace its mails or write a notice.
 * - `FOR NO KEY UPDATE`: to write an answer (docs/decisions/027).
 * - `FOR SHARE`: to record attempts and bounces, and to write due reminders. Several workers may hold it.
 */
export type LockMode = "FOR UPDATE" | "FOR NO KEY UPDATE" | "FOR SHARE";

/**
 * Locks meetings with their occurrences, people and mails until the transaction ends.
 * Take this lock first, or transactions deadlock. Read the meeting afterwards: this statement shows it as before the wait.
 * @param which a meeting's ID, or a query for several IDs
 */
export async function lockMeeting(tx: Transaction, which: string | Prisma.Sql, mode: LockMode): Promise<void> {
  const ids = typeof which === "string" ? Prisma.sql`${which}::uuid` : which;
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE "id" IN (${ids}) ORDER BY "id" ${Prisma.raw(mode)}`;
}

export const meetingsOf = (deliveryIds: string[]): Prisma.Sql => Prisma.sql`
  SELECT p."meetingId" FROM "Participant" p JOIN "Delivery" d ON d."participantId" = p."id"
  WHERE d."id" = ANY(${deliveryIds}::uuid[])`;
