import type { OpenDomain } from "@/lib/domains/open-domain";
import { type LinkDomain, linkDomainOf } from "@/lib/links/mailed-link";
import type { Locale } from "@/lib/locale";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { emptyPerson, type Person } from "@/lib/participants/person";

/** What the organiser decided, checked by lib/meetings/meeting-form.ts. */
export type MeetingInput = Omit<MeetingFacts, "roomName"> & {
  /** Language of the mails to people whose own is not known. */
  locale: Locale;
  reminders: number[];
  participants: Person[];
};

export type Organiser = { id: string; email: string; name: string };

export type WantedPerson = Person & { isOrganiser: boolean };

export type WantedMeeting = LinkDomain & {
  facts: MeetingFacts;
  people: WantedPerson[];
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
};

/** The organiser comes first and is moderator, whatever a pasted list says. */
export function wantedMeeting(
  { title, description, startsAt, endsAt, timeZone, domainId, participants }: MeetingInput,
  { roomName, domain, organiser }: { roomName: string; domain: OpenDomain; organiser: Organiser },
): WantedMeeting {
  const { email, name } = organiser;
  const { opensBeforeMinutes, closesAfterMinutes } = domain;
  return {
    facts: { title, description, startsAt, endsAt, timeZone, domainId, roomName },
    people: [
      { ...emptyPerson, email, name, role: "MODERATOR", isOrganiser: true },
      ...participants.filter((person) => person.email !== email).map((person) => ({ ...person, isOrganiser: false })),
    ],
    ...linkDomainOf(domain),
    opensBeforeMinutes,
    closesAfterMinutes,
  };
}
