import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { type Person, personOf, storedPerson } from "@/lib/participants/person";

/** All that an organiser says of a meeting; each MeetingRevision stores it. */
export type MeetingContent = {
  facts: MeetingFacts;
  locale: string;
  /** Minutes before the start. */
  reminders: number[];
  people: (Person & { isOrganiser: boolean })[];
};

export type RevisionPerson = MeetingContent["people"][number] & { participantId: string };

export const writeRevisionPeople = (people: RevisionPerson[]) =>
  people.map(({ participantId, isOrganiser, ...person }) => ({ participantId, isOrganiser, ...personOf(person) }));

/** Throws for what `writeRevisionPeople` has not written. */
function readRevisionPeople(json: unknown): RevisionPerson[] {
  if (!Array.isArray(json)) throw new Error("The people of a revision are not a list");
  return json.map((stored: Record<string, unknown> | null) => {
    const { participantId, isOrganiser, ...person } = stored ?? {};
    if (typeof participantId !== "string" || typeof isOrganiser !== "boolean")
      throw new Error("A person in a revision is not a participant");
    return { participantId, isOrganiser, ...storedPerson(person) };
  });
}

type Revision = MeetingFacts & { locale: string; reminderMinutes: number[]; people: unknown };

export const contentOfRevision = ({ locale, reminderMinutes, people, ...facts }: Revision): MeetingContent => ({
  facts,
  locale,
  reminders: reminderMinutes,
  people: readRevisionPeople(people),
});
