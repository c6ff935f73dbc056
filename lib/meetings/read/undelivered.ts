import type { Database } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** What somebody does not know because the newest mail about it did not reach them. */
export type Unreached = "invitation" | "update" | "cancellation";

export type UnreachedPerson = {
  id: string;
  name: string;
  email: string;
  misses: Unreached;
  /** `kept`: the mail never left this machine. `waiting`: it was not taken, and is tried again. */
  mail: "failed" | "kept" | "waiting";
  attempts: number;
  response: string | null;
  /** Null: it is tried now. */
  nextAttemptAt: Date | null;
};

/** So many do not know something of a meeting; `…Yet`: their mail is still being tried. */
export type UnreachedCounts = Record<
  "notInvited" | "notUpdated" | "notCancelled" | "notInvitedYet" | "notUpdatedYet" | "notCancelledYet",
  number
>;

/**
 * Of a delivery `d`: it was given up, or a mail server, or a reason for which it waits, has put it off. One of which nothing
 * was heard is on its way. As the partial index "Delivery_did_not_reach" has it.
 */
export const didNotReach = Prisma.sql`d."status" NOT IN ('ACCEPTED', 'SUPERSEDED') AND (d."status" <> 'QUEUED' OR d."response" IS NOT NULL)`;

/**
 * For a meeting `m` of the surrounding query: everybody whose newest calendar mail did not reach them. Whom no mail reached
 * has not been invited, however often the meeting was changed since. Nobody misses an invitation to what is cancelled or no
 * longer theirs.
 */
const unreached = Prisma.sql`
  SELECT p."id", p."name", p."email", p."position", d."attempts", d."response", d."nextAttemptAt",
    CASE d."status" WHEN 'KEPT' THEN 'kept' WHEN 'QUEUED' THEN 'waiting' ELSE 'failed' END AS "mail",
    CASE WHEN d."kind" = 'CANCELLATION' THEN 'cancellation'
    WHEN EXISTS (SELECT 1 FROM "Delivery" k WHERE k."participantId" = p."id" AND k."status" = 'ACCEPTED'
      AND k."kind" IN ('INVITATION', 'UPDATE')) THEN 'update' ELSE 'invitation' END AS "misses"
  FROM "Participant" p CROSS JOIN LATERAL (
    SELECT n."kind", n."status", n."attempts", n."response", n."nextAttemptAt" FROM "Delivery" n
    WHERE n."participantId" = p."id" AND n."kind" IN ('INVITATION', 'UPDATE', 'CANCELLATION')
    ORDER BY n."revisedAt" DESC, n."createdAt" DESC, n."id" DESC LIMIT 1) d
  WHERE p."meetingId" = m."id" AND ${didNotReach}
    AND (d."kind" = 'CANCELLATION' OR (p."removedAt" IS NULL AND m."status" = 'CONFIRMED'))`;

const count = (misses: Unreached, mail: "=" | "<>") =>
  Prisma.sql`count(*) FILTER (WHERE x."misses" = ${Prisma.raw(`'${misses}'`)} AND x."mail" ${Prisma.raw(mail)} 'waiting')::int`;

/** OFFSET 0: what each misses is found out once and not anew for each count. */
export const unreachedCounts = Prisma.sql`
  SELECT ${count("invitation", "<>")} AS "notInvited", ${count("invitation", "=")} AS "notInvitedYet",
    ${count("update", "<>")} AS "notUpdated", ${count("update", "=")} AS "notUpdatedYet",
    ${count("cancellation", "<>")} AS "notCancelled", ${count("cancellation", "=")} AS "notCancelledYet"
  FROM (${unreached} OFFSET 0) x`;

/** In the order of the meeting's list. */
export async function unreachedPeople(
  { prisma }: { prisma: Pick<Database["prisma"], "$queryRaw"> },
  meetingId: string,
): Promise<UnreachedPerson[]> {
  return prisma.$queryRaw<UnreachedPerson[]>`
    SELECT u."id", u."name", u."email", u."misses", u."mail", u."attempts", u."response", u."nextAttemptAt"
    FROM "Meeting" m CROSS JOIN LATERAL (${unreached}) u
    WHERE m."id" = ${meetingId}::uuid ORDER BY u."position", u."id"`;
}
