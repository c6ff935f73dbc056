import { type MailedLink, sameLinkDomain } from "@/lib/links/mailed-link";
import { notBeforeSql, type TokenWindow } from "@/lib/links/token-window";
import { Prisma } from "@/prisma/generated/client";

// What a direct link is good for, each state in TypeScript and SQL where both are needed. In SQL `t` is the link's token, `c` the
// token's credential, `o` the credential's domain, `m` the meeting, `oc` its occurrence and `p` the participant.

/** The domain was edited since: the link leads elsewhere, or its token says what the server no longer accepts. */
const domainOutdated = Prisma.sql`(t."baseUrl", t."subject", t."audience")
  IS DISTINCT FROM (o."baseUrl", o."subject", o."audience")`;

/** The Jitsi server accepts the token no longer: its credential or what the domain says has been replaced. */
export const isRefused = Prisma.sql`(c."state" = 'RETIRED' OR ${domainOutdated})`;

/** Why a link does not do its job: the first fault of these. */
export type LinkFault = "credential" | "domain" | "room" | "role" | "window";

/** It may open earlier, or work longer, than the link that the person should have. */
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

/** The room of a meeting, and the credential that signs for its domain. */
type Room = { room: string; credentialId: string };

/** The Jitsi server lets its holder into the room, now or once the token begins. */
export const isOpen = (link: Room & TokenWindow, { room, credentialId }: Room, now: Date): boolean =>
  link.room === room && link.credentialId === credentialId && link.expiresAt > now;

const opensRoom = Prisma.sql`t."room" = m."roomName" AND c."state" = 'ACTIVE' AND c."domainId" = m."domainId"`;

export const isOpenInSql = (now: Date) => Prisma.sql`(${opensRoom} AND t."expiresAt" > ${now})`;

/** Good for a reminder: it opens the room for all of the meeting, in whatever role and however late before it. */
export const coversMeeting = Prisma.sql`(${opensRoom} AND NOT ${domainOutdated}
  AND t."notBefore" <= oc."startsAt" AND t."expiresAt" >= oc."endsAt")`;

/** What an open link gives its holder that they should no longer have: what gives most first. */
export const staleReasons = ["removed", "role", "time"] as const;
export type StaleReason = (typeof staleReasons)[number];

type Holder = {
  removed: boolean;
  role: "MODERATOR" | "ATTENDEE";
  /** Of the link that took the place of the others. */
  newest: TokenWindow | null;
};

export function staleReason(link: TokenWindow & { moderator: boolean }, holder: Holder): StaleReason | null {
  const { removed, role, newest } = holder;
  if (removed) return "removed";
  if (link.moderator && role === "ATTENDEE") return "role";
  return newest && (link.expiresAt > newest.expiresAt || link.notBefore < newest.notBefore) ? "time" : null;
}

/** `k` is the token of the newest link. */
export const staleReasonInSql = Prisma.sql`CASE
  WHEN p."removedAt" IS NOT NULL THEN 'removed'
  WHEN t."moderator" AND p."role" = 'ATTENDEE' THEN 'role'
  WHEN t."expiresAt" > k."expiresAt" OR t."notBefore" < k."notBefore" THEN 'time' END`;
