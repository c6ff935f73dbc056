import type { Database } from "@/lib/db";
import { newestArrived, newestCalendarMail } from "@/lib/mail/ledger/newest";
import { inState, stateInSql, undelivered } from "@/lib/mail/ledger/state";
import { Prisma } from "@/prisma/generated/client";

export type Missed = "invitation" | "update" | "cancellation";

export type UndeliveredPerson = {
  id: string;
  name: string;
  email: string;
  misses: Missed;
  state: (typeof undelivered)[number];
  attempts: number;
  reason: string | null;
  /** Null: being tried now. */
  nextAttemptAt: Date | null;
};

/** `…Yet`: the mail is deferred. */
export type UndeliveredCounts = Record<
  "notInvited" | "notUpdated" | "notCancelled" | "notInvitedYet" | "notUpdatedYet" | "notCancelledYet",
  number
>;

/**
 * For a meeting `m`: people whose newest calendar mail is undelivered.
 * Removed people, and all people of a cancelled meeting, miss only a cancellation.
 */
const undeliveredOf = Prisma.sql`
  SELECT p."id", p."name", p."email", p."position", d."attempts", d."reason", d."nextAttemptAt",
    ${stateInSql} AS "state",
    CASE WHEN d."kind" = 'CANCELLATION' THEN 'cancellation'
    WHEN EXISTS (SELECT 1 FROM ${newestArrived} a) THEN 'update' ELSE 'invitation' END AS "misses"
  FROM "Participant" p CROSS JOIN LATERAL ${newestCalendarMail} d
  WHERE p."meetingId" = m."id" AND ${inState(...undelivered)}
    AND (d."kind" = 'CANCELLATION' OR (p."removedAt" IS NULL AND m."status" = 'CONFIRMED'))`;

const count = (misses: Missed, isDeferred: "=" | "<>") =>
  Prisma.sql`count(*) FILTER (WHERE x."misses" = ${Prisma.raw(`'${misses}'`)} AND x."state" ${Prisma.raw(isDeferred)} 'deferred')::int`;

/** OFFSET 0 stops PostgreSQL from evaluating "misses" for each count. */
export const undeliveredCounts = Prisma.sql`
  SELECT ${count("invitation", "<>")} AS "notInvited", ${count("invitation", "=")} AS "notInvitedYet",
    ${count("update", "<>")} AS "notUpdated", ${count("update", "=")} AS "notUpdatedYet",
    ${count("cancellation", "<>")} AS "notCancelled", ${count("cancellation", "=")} AS "notCancelledYet"
  FROM (${undeliveredOf} OFFSET 0) x`;

/** In the order of the meeting's list. */
export async function undeliveredPeople(
  { prisma }: { prisma: Pick<Database["prisma"], "$queryRaw"> },
  meetingId: string,
): Promise<UndeliveredPerson[]> {
  return prisma.$queryRaw<UndeliveredPerson[]>`
    SELECT u."id", u."name", u."email", u."misses", u."state", u."attempts", u."reason", u."nextAttemptAt"
    FROM "Meeting" m CROSS JOIN LATERAL (${undeliveredOf}) u
    WHERE m."id" = ${meetingId}::uuid ORDER BY u."position", u."id"`;
}
