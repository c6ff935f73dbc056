import { isOpen, type StaleReason, staleReason, staleReasons } from "@/lib/links/link-state";
import { mailedTokenTimes } from "@/lib/links/token-window";
import type { WantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import type { LinkHolder, MeetingState } from "@/lib/meetings/plan/meeting-state";
import type { PersonPlan } from "@/lib/meetings/plan/plan-person";

/** A link that the Jitsi server still accepts, though it gives somebody more than they should have. */
export type StaleLink = {
  email: string;
  name: string;
  why: StaleReason;
  /** As people are told. */
  from: Date;
  until: Date;
};

/**
 * Of people with open links, each one's stale link if there is one. A mailed token cannot be revoked; a new room makes all of
 * them worthless.
 */
export function staleLinks(holders: LinkHolder[]): StaleLink[] {
  return holders.flatMap((holder) => {
    const { email, name } = holder;
    const found = holder.links.flatMap((link) => {
      const why = staleReason(link, holder);
      const { opensAt: from, closesAt: until } = mailedTokenTimes(link);
      return why ? [{ email, name, why, from, until }] : [];
    });
    // One line a person: the link that gives most, and of those the one that works longest.
    const weight = ({ why }: StaleLink) => staleReasons.indexOf(why);
    return found.sort((a, b) => weight(a) - weight(b) || +b.until - +a.until).slice(0, 1);
  });
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
  const room = { room: facts.roomName, credentialId };
  const all = [...holders, ...(state?.gone ?? [])];
  return staleLinks(
    all.map((holder) => ({ ...holder, links: holder.links.filter((link) => isOpen(link, room, now)) })),
  );
}
