import type { Database } from "@/lib/db";
import { type LinkFault, linkFaultInSql } from "@/lib/links/link-state";
import { mailedToken } from "@/lib/links/mailed-token";
import { isRequest } from "@/lib/mail/ledger/kinds";
import { newestArrived } from "@/lib/mail/ledger/newest";
import { inState, queued } from "@/lib/mail/ledger/state";
import { isUpcoming } from "@/lib/occurrences/upcoming";
import { Prisma } from "@/prisma/generated/client";

/**
 * For a meeting `m` and its occurrence `oc`: each person and the fault, or null, of their newest arrived link.
 * Leaves out people with a queued mail: it brings a link that fits.
 */
export const linkFaults = Prisma.sql`
  SELECT p."id" AS "participantId", p."name", p."email", ${linkFaultInSql} AS "fault"
  FROM "Participant" p CROSS JOIN LATERAL ${newestArrived} a
    JOIN ${mailedToken({ token: "t", mail: "a" })}
    JOIN "Credential" c ON c."id" = t."credentialId"
    JOIN "Domain" o ON o."id" = c."domainId"
  WHERE p."meetingId" = m."id" AND p."removedAt" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Delivery" d WHERE d."participantId" = p."id" AND ${isRequest} AND ${inState(...queued)})`;

export type FaultyLink = { participantId: string; name: string; email: string; fault: LinkFault };

/** Links of an upcoming meeting that no longer fit, in the order of its list. */
export async function faultyLinks(
  { prisma }: Database,
  { meetingId, now }: { meetingId: string; now: Date },
): Promise<FaultyLink[]> {
  return prisma.$queryRaw<FaultyLink[]>`
    SELECT f.* FROM "Meeting" m JOIN "Occurrence" oc ON oc."meetingId" = m."id" CROSS JOIN LATERAL (${linkFaults}) f
      JOIN "Participant" p ON p."id" = f."participantId"
    WHERE m."id" = ${meetingId}::uuid AND ${isUpcoming(now)} AND f."fault" IS NOT NULL ORDER BY p."position"`;
}
