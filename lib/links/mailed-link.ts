import { type MeetingWindow, type TokenWindow, tokenWindow } from "@/lib/links/token-window";
import type { Person } from "@/lib/participants/person";

export type LinkDomain = { baseUrl: string; subject: string; audience: string; credentialId: string };

/** What a direct link depends on. A change of any of it needs a new link. */
export type MailedLink = LinkDomain & TokenWindow & { room: string; moderator: boolean; name: string };

type Holder = Pick<Person, "name" | "role">;
type Meeting = MeetingWindow & LinkDomain & { roomName: string };

export function linkFor({ name, role }: Holder, meeting: Meeting): MailedLink {
  const { roomName: room } = meeting;
  return { ...linkDomainOf(meeting), room, moderator: role === "MODERATOR", name, ...tokenWindow(meeting) };
}

export const linkDomainOf = ({ baseUrl, subject, audience, credentialId }: LinkDomain): LinkDomain => ({
  baseUrl,
  subject,
  audience,
  credentialId,
});

export const sameLinkDomain = (a: LinkDomain, b: LinkDomain): boolean =>
  a.credentialId === b.credentialId && a.baseUrl === b.baseUrl && a.subject === b.subject && a.audience === b.audience;

/** An equal link is mailed again, so no link changes without need. */
export function sameLink(a: MailedLink, b: MailedLink): boolean {
  return (
    sameLinkDomain(a, b) &&
    a.room === b.room &&
    a.moderator === b.moderator &&
    a.name === b.name &&
    +a.notBefore === +b.notBefore &&
    +a.expiresAt === +b.expiresAt
  );
}
