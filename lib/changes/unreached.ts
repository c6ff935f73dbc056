import type { Database } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** What somebody does not know because the newest mail about it did not reach them. */
export type Unreached = "invitation" | "update" | "cancellation";

export type UnreachedPerson = {
  id: string;
  name: string;
  email: string;
  misses: Unreached;
  /** The mail never left this machine. */
  kept: boolean;
};

/** So many do not know something of a meeting. */
export type UnreachedCounts = { notInvited: number; notUpdated: number; notCancelled: number };

/**
 * For a meeting `m` of the surrounding query: everybody whose newest calendar mail did not reach them. Whom no mail reached
 * has not been invited, however often the meeting was changed since. Nobody misses an invitation to what is cancelled or no
 * longer theirs.
 */
const unreached = Prisma.sql`
  SELECT p."id", p."name", p."email", p."position", n."status" = 'KEPT' AS "kept", CASE WHEN n."kind" = 'CANCELLATION' THEN 'cancellation'
    WHEN EXISTS (SELECT 1 FROM "Delivery" k WHERE k."participantId" = p."id" AND k."status" = 'ACCEPTED'
      AND k."kind" IN ('INVITATION', 'UPDATE')) THEN 'update' ELSE 'invitation' END AS "misses"
  FROM "Participant" p CROSS JOIN LATERAL (
    SELECT d."kind", d."status" FROM "Delivery" d
    WHERE d."participantId" = p."id" AND d."kind" IN ('INVITATION', 'UPDATE', 'CANCELLATION')
    ORDER BY d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC LIMIT 1) n
  WHERE p."meetingId" = m."id" AND n."status" IN ('FAILED', 'BOUNCED', 'KEPT')
    AND (n."kind" = 'CANCELLATION' OR (p."removedAt" IS NULL AND m."status" = 'CONFIRMED'))`;

export const unreachedCounts = Prisma.sql`
  SELECT count(*) FILTER (WHERE x."misses" = 'invitation')::int AS "notInvited",
    count(*) FILTER (WHERE x."misses" = 'update')::int AS "notUpdated",
    count(*) FILTER (WHERE x."misses" = 'cancellation')::int AS "notCancelled"
  FROM (${unreached}) x`;

/** In the order of the meeting's list. */
export async function unreachedPeople(
  { prisma }: { prisma: Pick<Database["prisma"], "$queryRaw"> },
  meetingId: string,
): Promise<UnreachedPerson[]> {
  return prisma.$queryRaw<UnreachedPerson[]>`
    SELECT u."id", u."name", u."email", u."misses", u."kept" FROM "Meeting" m CROSS JOIN LATERAL (${unreached}) u
    WHERE m."id" = ${meetingId}::uuid ORDER BY u."position", u."id"`;
}
