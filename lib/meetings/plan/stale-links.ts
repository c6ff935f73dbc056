import { mailedTokenTimes } from "@/lib/links/token-window";
import type { WantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import type { HeldLink, LinkHolder, MeetingState } from "@/lib/meetings/plan/meeting-state";
import type { PersonPlan } from "@/lib/meetings/plan/plan-person";

/** A link that the Jitsi server still accepts, though it gives somebody more than they should have. */
export type StaleLink = {
  email: string;
  name: string;
  why: "removed" | "role" | "time";
  /** As people are told. */
  from: Date;
  until: Date;
};

/** The room as it is, and the credential that the server accepts. */
type Room = { room: string; credentialId: string };

/**
 * The stale link of each person, if they have one: it admits somebody removed, makes an attendee a moderator, or opens the
 * room outside the newest link's window. A mailed token cannot be revoked; a new room makes all of them worthless.
 */
export function staleLinks(holders: LinkHolder[], target: Room, now: Date): StaleLink[] {
  return holders.flatMap((holder) => {
    const { email, name } = holder;
    const found = holder.links.flatMap((link) => {
      const why = opens(link, target, now) ? reason(link, holder) : null;
      const { opensAt: from, closesAt: until } = mailedTokenTimes(link);
      return why ? [{ email, name, why, from, until }] : [];
    });
    // One line a person: the link that gives most, and of those the one that works longest.
    return found.sort((a, b) => weight[b.why] - weight[a.why] || +b.until - +a.until).slice(0, 1);
  });
}

const weight: Record<StaleLink["why"], number> = { removed: 2, role: 1, time: 0 };

const opens = (link: HeldLink, { room, credentialId }: Room, now: Date): boolean =>
  link.room === room && link.credentialId === credentialId && link.expiresAt > now;

function reason(link: HeldLink, { removed, role, newest }: LinkHolder): StaleLink["why"] | null {
  if (removed) return "removed";
  if (link.moderator && role === "ATTENDEE") return "role";
  return newest && (link.expiresAt > newest.expiresAt || link.notBefore < newest.notBefore) ? "time" : null;
}

/** Those that a change leaves behind, and those that earlier ones did. */
export function staleLinksAfter(
  state: MeetingState | null,
  people: PersonPlan[],
  { facts, credentialId }: WantedMeeting,
  now: Date,
): StaleLink[] {
  const states = new Map(state?.people.map((person) => [person.participantId, person]));
  const holders = people.flatMap((person): LinkHolder[] => {
    const known = person.participantId === null ? undefined : states.get(person.participantId);
    if (!known || person.isOrganiser) return [];
    const mint = person.link && "mint" in person.link ? person.link.mint : null;
    return [{ ...person, links: known.openLinks, newest: mint ?? known.known?.link ?? null }];
  });
  return staleLinks([...holders, ...(state?.gone ?? [])], { room: facts.roomName, credentialId }, now);
}
