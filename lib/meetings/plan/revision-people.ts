import { type Person, personOf, storedPerson } from "@/lib/participants/person";

/** Somebody as a revision has them. */
export type RevisionPerson = Person & { participantId: string; isOrganiser: boolean };

/** The JSON of MeetingRevision.people. */
export const writeRevisionPeople = (people: RevisionPerson[]) =>
  people.map(({ participantId, isOrganiser, ...person }) => ({ participantId, isOrganiser, ...personOf(person) }));

/** In the order of the meeting's list. Throws for what `writeRevisionPeople` has not written. */
export function readRevisionPeople(json: unknown): RevisionPerson[] {
  if (!Array.isArray(json)) throw new Error("The people of a revision are no list");
  return json.map((stored: Record<string, unknown> | null) => {
    const { participantId, isOrganiser, ...person } = stored ?? {};
    if (typeof participantId !== "string" || typeof isOrganiser !== "boolean")
      throw new Error("Somebody in a revision is no participant");
    return { participantId, isOrganiser, ...storedPerson(person) };
  });
}
