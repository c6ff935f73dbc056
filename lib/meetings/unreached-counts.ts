import { Prisma } from "@/prisma/generated/client";

/** How many people do not know something because their newest mail failed or came back. */
export type UnreachedCounts = { notInvited: number; notUpdated: number; notCancelled: number };

/** For a meeting `m` of the surrounding query: the rule of lib/meetings/unreached.ts, for a page of meetings at once. */
export const unreachedCounts = Prisma.sql`
  SELECT count(*) FILTER (WHERE x."kind" = 'INVITATION' AND x."isOn")::int AS "notInvited",
    count(*) FILTER (WHERE x."kind" = 'UPDATE' AND x."isOn")::int AS "notUpdated",
    count(*) FILTER (WHERE x."kind" = 'CANCELLATION')::int AS "notCancelled"
  FROM (
    SELECT n."kind", n."status", p."removedAt" IS NULL AND m."status" = 'CONFIRMED' AS "isOn"
    FROM "Participant" p CROSS JOIN LATERAL (
      SELECT d."kind", d."status" FROM "Delivery" d
      WHERE d."participantId" = p."id" AND d."kind" IN ('INVITATION', 'UPDATE', 'CANCELLATION')
      ORDER BY d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC LIMIT 1) n
    WHERE p."meetingId" = m."id"
  ) x
  WHERE x."status" IN ('FAILED', 'BOUNCED')`;
