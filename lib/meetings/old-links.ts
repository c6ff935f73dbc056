import type { MailedLink } from "@/lib/links/mailed-link";
import type { PersonPlan } from "@/lib/meetings/plan-person";
import type { MeetingState } from "@/lib/meetings/state";
import type { WantedMeeting } from "@/lib/meetings/wanted";

/** A link that somebody holds, that no longer says what it should, and that the Jitsi server accepts all the same. */
export type OldLink = {
  email: string;
  name: string;
  why: "removed" | "role" | "time";
  from: Date;
  until: Date;
};

/**
 * A mailed token cannot be called back. Named are those that let in somebody removed, that still make a moderator of
 * somebody who is none, or that open the room outside of the new time. A new room makes all of them worthless.
 */
export function oldLinks(
  state: MeetingState | null,
  people: PersonPlan[],
  wanted: WantedMeeting,
  now: Date,
): OldLink[] {
  const links = new Map(state?.people.map((person) => [person.participantId, person.openLinks]));
  return people.flatMap((person) => {
    if (person.participantId === null || person.isOrganiser) return [];
    const found = (links.get(person.participantId) ?? []).flatMap((link) => {
      const why = opensTheDoor(link, wanted, now) ? reason(link, person) : null;
      return why ? [{ email: person.email, name: person.name, why, from: link.notBefore, until: link.expiresAt }] : [];
    });
    // One line a person: the one that works longest.
    return found.sort((a, b) => +b.until - +a.until).slice(0, 1);
  });
}

const opensTheDoor = (link: MailedLink, { facts, credentialId }: WantedMeeting, now: Date): boolean =>
  link.room === facts.roomName && link.credentialId === credentialId && link.expiresAt > now;

function reason(link: MailedLink, person: PersonPlan): OldLink["why"] | null {
  if (person.removed) return "removed";
  if (link.moderator && person.role === "ATTENDEE") return "role";
  const mint = person.link && "mint" in person.link ? person.link.mint : null;
  return mint && (link.expiresAt > mint.expiresAt || link.notBefore < mint.notBefore) ? "time" : null;
}
