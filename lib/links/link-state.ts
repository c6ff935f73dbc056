import { type MailedLink, sameLinkDomain } from "@/lib/links/mailed-link";
import { notBeforeSql, type TokenWindow } from "@/lib/links/token-window";
import { Prisma } from "@/prisma/generated/client";

// In SQL, `t` is the link's room token and `k` the newest link's, `c` the token's credential, `o` the credential's domain,
// `m` the meeting, `oc` its occurrence and `p` the participant.

const domainOutdated = Prisma.sql`(t."baseUrl", t."subject", t."audience")
  IS DISTINCT FROM (o."baseUrl", o."subject", o."audience")`;

/** The Jitsi server no longer accepts the token. */
export const isRefused = Prisma.sql`(c."state" = 'RETIRED' OR ${domainOutdated})`;

export type LinkFault = "credential" | "domain" | "room" | "role" | "window";

/** The first fault of a link. A link that opens earlier or works longer than wanted has none. */
export function linkFault(link: MailedLink, wanted: MailedLink, { endsAt }: { endsAt: Date }): LinkFault | null {
  if (link.credentialId !== wanted.credentialId) return "credential";
  if (!sameLinkDomain(link, wanted)) return "domain";
  if (link.room !== wanted.room) return "room";
  if (link.moderator !== wanted.moderator) return "role";
  return link.expiresAt < endsAt || link.notBefore > wanted.notBefore ? "window" : null;
}

export const linkFaultInSql = Prisma.sql`CASE
  WHEN c."state" <> 'ACTIVE' OR c."domainId" <> m."domainId" THEN 'credential'
  WHEN ${domainOutdated} THEN 'domain'
  WHEN t."room" <> m."roomName" THEN 'room'
  WHEN t."moderator" <> (p."role" = 'MODERATOR') THEN 'role'
  WHEN t."expiresAt" < oc."endsAt" OR t."notBefore" > ${Prisma.raw(notBeforeSql)} THEN 'window' END`;

type Room = { room: string; credentialId: string };

/** The link opens the room, now or when its token begins. */
export const isOpen = (link: Room & TokenWindow, { room, credentialId }: Room, now: Date): boolean =>
  link.room === room && link.credentialId === credentialId && link.expiresAt > now;

const opensRoom = Prisma.sql`t."room" = m."roomName" AND c."state" = 'ACTIVE' AND c."domainId" = m."domainId"`;

export const isOpenInSql = (now: Date) => Prisma.sql`(${opensRoom} AND t."expiresAt" > ${now})`;

/** The link opens the room for the whole meeting, in any role. A reminder needs no more. */
export const coversMeeting = Prisma.sql`(${opensRoom} AND NOT ${domainOutdated}
  AND t."notBefore" <= oc."startsAt" AND t."expiresAt" >= oc."endsAt")`;

/** Why an open link should no longer work, the worst reason first. */
export const staleReasons = ["removed", "role", "time"] as const;
export type StaleReason = (typeof staleReasons)[number];

type Holder = {
  removed: boolean;
  role: "MODERATOR" | "ATTENDEE";
  newest: TokenWindow | null;
};

export function staleReason(link: TokenWindow & { moderator: boolean }, holder: Holder): StaleReason | null {
  const { removed, role, newest } = holder;
  if (removed) return "removed";
  if (link.moderator && role === "ATTENDEE") return "role";
  return newest && (link.expiresAt > newest.expiresAt || link.notBefore < newest.notBefore) ? "time" : null;
}

export const staleReasonInSql = Prisma.sql`CASE
  WHEN p."removedAt" IS NOT NULL THEN 'removed'
  WHEN t."moderator" AND p."role" = 'ATTENDEE' THEN 'role'
  WHEN t."expiresAt" > k."expiresAt" OR t."notBefore" < k."notBefore" THEN 'time' END`;
