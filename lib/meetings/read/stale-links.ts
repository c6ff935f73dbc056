import type { Database } from "@/lib/db";
import { wentUnanswered } from "@/lib/mail/ledger/reply-lost";
import type { LinkHolder } from "@/lib/meetings/plan/meeting-state";
import { type OldLink, oldLinks } from "@/lib/meetings/plan/stale-links";
import { Prisma } from "@/prisma/generated/client";

type Row = {
  participantId: string;
  email: string;
  name: string;
  role: "MODERATOR" | "ATTENDEE";
  removed: boolean;
  credentialId: string;
  room: string;
  moderator: boolean;
  notBefore: Date;
  expiresAt: Date;
  newestNotBefore: Date | null;
  newestExpiresAt: Date | null;
};

/** For a meeting `m`: a participant `p`, the mails that a mail server took or may have taken, and their links into its room. */
const openLinks = (now: Date) => Prisma.sql`
  JOIN "Participant" p ON p."meetingId" = m."id"
  JOIN "Delivery" d ON d."participantId" = p."id" AND d."kind" IN ('INVITATION', 'UPDATE')
    AND (d."status" IN ('ACCEPTED', 'BOUNCED') OR ${wentUnanswered})
  JOIN "RoomToken" t ON t."id" = d."roomTokenId" AND t."room" = m."roomName" AND t."expiresAt" > ${now}
  JOIN "Credential" c ON c."id" = t."credentialId" AND c."state" = 'ACTIVE' AND c."domainId" = m."domainId"`;

type Client = Pick<Database["prisma"], "$queryRaw">;

/**
 * Everybody but the organiser whose mailed links open the room of this meeting, but for the one link that each should have:
 * those removed first. One query, however many people they are.
 */
export async function linkHolders(
  prisma: Client,
  { meetingId, now, removedOnly = false }: { meetingId: string; now: Date; removedOnly?: boolean },
): Promise<LinkHolder[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT DISTINCT p."id" AS "participantId", p."email", p."name", p."role", p."position",
      p."removedAt" IS NOT NULL AS "removed", t."credentialId", t."room", t."moderator",
      t."notBefore", t."expiresAt", k."notBefore" AS "newestNotBefore", k."expiresAt" AS "newestExpiresAt"
    FROM "Meeting" m ${openLinks(now)}
      LEFT JOIN LATERAL (SELECT l."id", l."notBefore", l."expiresAt" FROM "Delivery" n JOIN "RoomToken" l ON l."id" = n."roomTokenId"
        WHERE n."participantId" = p."id" AND n."kind" IN ('INVITATION', 'UPDATE') AND n."status" = 'ACCEPTED'
        ORDER BY n."revisedAt" DESC, n."createdAt" DESC, n."id" DESC LIMIT 1) k ON TRUE
    WHERE m."id" = ${meetingId}::uuid AND NOT p."isOrganiser" AND ${removedOnly ? Prisma.sql`p."removedAt" IS NOT NULL` : Prisma.sql`TRUE`}
      AND (p."removedAt" IS NOT NULL OR t."id" IS DISTINCT FROM k."id" OR (t."moderator" AND p."role" = 'ATTENDEE'))
    ORDER BY "removed" DESC, p."position"`;
  const holders = new Map<string, LinkHolder>();
  for (const { participantId, newestNotBefore, newestExpiresAt, ...row } of rows) {
    const { email, name, role, removed, credentialId, room, moderator, notBefore, expiresAt } = row;
    const newest =
      newestNotBefore && newestExpiresAt ? { notBefore: newestNotBefore, expiresAt: newestExpiresAt } : null;
    const holder = holders.get(participantId) ?? { email, name, role, removed, newest, links: [] };
    holder.links.push({ credentialId, room, moderator, notBefore, expiresAt });
    holders.set(participantId, holder);
  }
  return [...holders.values()];
}

/** Links of a meeting as it is that open its room to somebody, or for longer, or as more than they should. */
export async function leftLinks(
  { prisma }: Database,
  { id: meetingId, roomName: room }: { id: string; roomName: string },
  now: Date,
): Promise<OldLink[]> {
  const holders = await linkHolders(prisma, { meetingId, now });
  // The query found only what the one credential in use has signed.
  const credentialId = holders[0]?.links[0]?.credentialId;
  return credentialId ? oldLinks(holders, { room, credentialId }, now) : [];
}

/** When the last link ends that was mailed to anybody, the organiser too, and that opens the room as it is; null: none does. */
export async function lastLinkEndsAt(
  { prisma }: Database,
  { meetingId, now }: { meetingId: string; now: Date },
): Promise<Date | null> {
  const [row] = await prisma.$queryRaw<{ at: Date | null }[]>`
    SELECT max(t."expiresAt") AS "at" FROM "Meeting" m ${openLinks(now)} WHERE m."id" = ${meetingId}::uuid`;
  return row?.at ?? null;
}
