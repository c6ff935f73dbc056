import type { Database } from "@/lib/db";
import { isOpenInSql, staleReasonInSql } from "@/lib/links/link-state";
import { mailedToken } from "@/lib/links/mailed-token";
import { isRequest } from "@/lib/mail/ledger/kinds";
import { newestArrived } from "@/lib/mail/ledger/newest";
import { responseLost } from "@/lib/mail/ledger/response-lost";
import { inState } from "@/lib/mail/ledger/state";
import type { LinkHolder } from "@/lib/meetings/plan/meeting-state";
import { type StaleLink, staleLinks } from "@/lib/meetings/plan/stale-links";
import type { Role } from "@/lib/participants/person";
import { Prisma } from "@/prisma/generated/client";

type Row = {
  participantId: string;
  email: string;
  name: string;
  role: Role;
  removed: boolean;
  credentialId: string;
  room: string;
  moderator: boolean;
  notBefore: Date;
  expiresAt: Date;
  newestNotBefore: Date | null;
  newestExpiresAt: Date | null;
};

/** For a meeting `m`: its people `p`, mails `d` that may have arrived, and tokens `t` of their open links. */
const joinOpenLinks = (now: Date) => Prisma.sql`
  JOIN "Participant" p ON p."meetingId" = m."id"
  JOIN "Delivery" d ON d."participantId" = p."id" AND ${isRequest}
    AND (${inState("accepted", "bounced")} OR ${responseLost})
  JOIN ${mailedToken()} JOIN "Credential" c ON c."id" = t."credentialId" AND ${isOpenInSql(now)}`;

type Client = Pick<Database["prisma"], "$queryRaw">;

/** Participants with their stale links, removed people first. */
export async function staleLinkHolders(
  prisma: Client,
  { meetingId, now, removedOnly = false }: { meetingId: string; now: Date; removedOnly?: boolean },
): Promise<LinkHolder[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT DISTINCT p."id" AS "participantId", p."email", p."name", p."role", p."position",
      p."removedAt" IS NOT NULL AS "removed", t."credentialId", t."room", t."moderator",
      t."notBefore", t."expiresAt", k."notBefore" AS "newestNotBefore", k."expiresAt" AS "newestExpiresAt"
    FROM "Meeting" m ${joinOpenLinks(now)}
      LEFT JOIN LATERAL ${newestArrived} a ON TRUE
      LEFT JOIN ${mailedToken({ token: "k", mail: "a" })}
    WHERE m."id" = ${meetingId}::uuid AND NOT p."isOrganiser" AND ${removedOnly ? Prisma.sql`p."removedAt" IS NOT NULL` : Prisma.sql`TRUE`}
      AND ${staleReasonInSql} IS NOT NULL
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

export async function meetingStaleLinks(
  { prisma }: Database,
  { meetingId, now }: { meetingId: string; now: Date },
): Promise<StaleLink[]> {
  return staleLinks(await staleLinkHolders(prisma, { meetingId, now }));
}

/** When the last mailed link stops working, the organiser's included. Null: none works. */
export async function lastLinkEndsAt(
  { prisma }: Database,
  { meetingId, now }: { meetingId: string; now: Date },
): Promise<Date | null> {
  const [row] = await prisma.$queryRaw<{ at: Date | null }[]>`
    SELECT max(t."expiresAt") AS "at" FROM "Meeting" m ${joinOpenLinks(now)} WHERE m."id" = ${meetingId}::uuid`;
  return row?.at ?? null;
}
