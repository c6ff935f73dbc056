import type { WantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import type { HeldLink, LinkHolder, MeetingState } from "@/lib/meetings/plan/meeting-state";
import type { PersonPlan } from "@/lib/meetings/plan/plan-person";

/** A link that somebody holds, that no longer says what it should, and that the Jitsi server accepts all the same. */
export type OldLink = {
  email: string;
  name: string;
  why: "removed" | "role" | "time";
  from: Date;
  until: Date;
};

type Door = { room: string; credentialId: string };

/**
 * A mailed token cannot be called back. Named are those that let in somebody removed, that still make a moderator of
 * somebody who is none, or that open the room outside of the newest link's time. A new room makes all of them worthless.
 */
export function oldLinks(holders: LinkHolder[], door: Door, now: Date): OldLink[] {
  return holders.flatMap((holder) => {
    const { email, name } = holder;
    const found = holder.links.flatMap((link) => {
      const why = opens(link, door, now) ? reason(link, holder) : null;
      return why ? [{ email, name, why, from: link.notBefore, until: link.expiresAt }] : [];
    });
    // One line a person: the link that gives most, and of those the one that works longest.
    return found.sort((a, b) => weight[b.why] - weight[a.why] || +b.until - +a.until).slice(0, 1);
  });
}

const weight: Record<OldLink["why"], number> = { removed: 2, role: 1, time: 0 };

const opens = (link: HeldLink, { room, credentialId }: Door, now: Date): boolean =>
  link.room === room && link.credentialId === credentialId && link.expiresAt > now;

function reason(link: HeldLink, { removed, role, newest }: LinkHolder): OldLink["why"] | null {
  if (removed) return "removed";
  if (link.moderator && role === "ATTENDEE") return "role";
  return newest && (link.expiresAt > newest.expiresAt || link.notBefore < newest.notBefore) ? "time" : null;
}

/** Those that a change leaves behind, and those that earlier ones did. */
export function oldLinksAfter(
  state: MeetingState | null,
  people: PersonPlan[],
  { facts, credentialId }: WantedMeeting,
  now: Date,
): OldLink[] {
  const states = new Map(state?.people.map((person) => [person.participantId, person]));
  const holders = people.flatMap((person): LinkHolder[] => {
    const known = person.participantId === null ? undefined : states.get(person.participantId);
    if (!known || person.isOrganiser) return [];
    const mint = person.link && "mint" in person.link ? person.link.mint : null;
    return [{ ...person, links: known.openLinks, newest: mint ?? known.known?.link ?? null }];
  });
  return oldLinks([...holders, ...(state?.gone ?? [])], { room: facts.roomName, credentialId }, now);
}
