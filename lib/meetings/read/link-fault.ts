import { clockSkewMs } from "@/lib/jitsi/room-token";
import { saysAnotherDomain } from "@/lib/links/issuer-outdated";
import { Prisma } from "@/prisma/generated/client";

/** Why the newest link that reached somebody does not do its job. */
export type LinkFault = "credential" | "domain" | "room" | "role" | "window";

/**
 * For a meeting `m` of the surrounding query: everybody whose newest accepted link no longer fits, and why. The rule of
 * lib/links/mailed-link.ts, for many at once. Whose mail is on its way is left out: it brings a link that fits.
 */
export const linkFaults = Prisma.sql`
  SELECT p."id" AS "participantId", p."name", p."email", CASE
    WHEN c."state" <> 'ACTIVE' OR c."domainId" <> m."domainId" THEN 'credential'
    WHEN ${saysAnotherDomain} THEN 'domain'
    WHEN t."room" <> m."roomName" THEN 'room'
    WHEN t."moderator" <> (p."role" = 'MODERATOR') THEN 'role'
    WHEN t."expiresAt" < m."endsAt" OR t."notBefore" > m."startsAt"
      - m."opensBeforeMinutes" * interval '1 minute' - ${clockSkewMs / 1000} * interval '1 second' THEN 'window'
    END AS "fault"
  FROM "Participant" p CROSS JOIN LATERAL (
      SELECT d."roomTokenId" FROM "Delivery" d
      WHERE d."participantId" = p."id" AND d."kind" IN ('INVITATION', 'UPDATE') AND d."status" = 'ACCEPTED'
      ORDER BY d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC LIMIT 1) k
    JOIN "RoomToken" t ON t."id" = k."roomTokenId"
    JOIN "Credential" c ON c."id" = t."credentialId"
    JOIN "Domain" o ON o."id" = c."domainId"
  WHERE p."meetingId" = m."id" AND p."removedAt" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Delivery" q WHERE q."participantId" = p."id" AND q."status" = 'QUEUED'
      AND q."kind" IN ('INVITATION', 'UPDATE'))`;

/** Only of meetings to come: nobody needs the link of one that is over or cancelled. */
export const needsLinks = (now: Date) => Prisma.sql`(m."status" = 'CONFIRMED' AND m."endsAt" > ${now})`;
