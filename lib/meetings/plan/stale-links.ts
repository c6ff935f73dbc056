import { isOpen, type StaleReason, staleReason, staleReasons } from "@/lib/links/link-state";
import { mailedTokenTimes } from "@/lib/links/token-window";
import type { WantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import type { LinkHolder, MeetingState } from "@/lib/meetings/plan/meeting-state";
import type { PersonPlan } from "@/lib/meetings/plan/plan-person";

/** A link that still works and gives somebody more than they should have. */
export type StaleLink = {
  email: string;
  name: string;
  why: StaleReason;
  /** Without the minute for clocks that are behind. */
  from: Date;
  until: Date;
};

/** Pure: the worst stale link of each person. A mailed token cannot be revoked, but a new room makes it worthless. */
export function staleLinks(holders: LinkHolder[]): StaleLink[] {
  return holders.flatMap((holder) => {
    const { email, name } = holder;
    const found = holder.links.flatMap((link) => {
      const why = staleReason(link, holder);
      const { opensAt: from, closesAt: until } = mailedTokenTimes(link);
      return why ? [{ email, name, why, from, until }] : [];
    });
    // The worst link gives most rights, then works longest.
    const weight = ({ why }: StaleLink) => staleReasons.indexOf(why);
    return found.sort((a, b) => weight(a) - weight(b) || +b.until - +a.until).slice(0, 1);
  });
}

/** Stale links after the change, with those that earlier changes left. */
export function staleLinksAfter(
  state: MeetingState | null,
  people: PersonPlan[],
  { facts, credentialId }: WantedMeeting,
  now: Date,
): StaleLink[] {
  const states = new Map(state?.people.map((person) => [person.participantId, person]));
  const holders = people.flatMap((person): LinkHolder[] => {
    const past = person.participantId === null ? undefined : states.get(person.participantId);
    if (!past || person.isOrganiser) return [];
    const mint = person.link && "mint" in person.link ? person.link.mint : null;
    return [{ ...person, links: past.openLinks, newest: mint ?? past.arrived?.link ?? null }];
  });
  const room = { room: facts.roomName, credentialId };
  const all = [...holders, ...(state?.removedHolders ?? [])];
  return staleLinks(
    all.map((holder) => ({ ...holder, links: holder.links.filter((link) => isOpen(link, room, now)) })),
  );
}
