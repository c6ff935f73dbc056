import type { Change } from "@/lib/mail/message/change";
import type { MeetingContent } from "@/lib/meetings/plan/meeting-content";
import { changesBetween } from "@/lib/meetings/plan/meeting-facts";
import { type Person, samePerson } from "@/lib/participants/person";

export type PeopleChanges<P extends Person> = {
  added: P[];
  removed: P[];
  changed: { before: P; after: P }[];
};

/** Pure. People are matched by address; their order does not count. */
export function comparePeople<P extends Person>(before: P[], after: P[]): PeopleChanges<P> {
  const [was, is] = [before, after].map((people) => new Map(people.map((person) => [person.email, person])));
  return {
    added: after.filter(({ email }) => !was!.has(email)),
    removed: before.filter(({ email }) => !is!.has(email)),
    changed: after.flatMap((person) => {
      const past = was!.get(person.email);
      return past && !samePerson(past, person) ? [{ before: past, after: person }] : [];
    }),
  };
}

export type ContentChanges = {
  facts: Change[];
  locale: boolean;
  reminders: boolean;
  people: PeopleChanges<MeetingContent["people"][number]>;
};

export function compareContents(before: MeetingContent, after: MeetingContent): ContentChanges {
  return {
    facts: changesBetween(before.facts, after.facts),
    locale: before.locale !== after.locale,
    reminders: !sameSet(before.reminders, after.reminders),
    people: comparePeople(before.people, after.people),
  };
}

export const isSameContent = ({ facts, locale, reminders, people }: ContentChanges): boolean =>
  !locale && !reminders && [facts, people.added, people.removed, people.changed].every((list) => list.length === 0);

const sameSet = (before: number[], after: number[]): boolean =>
  before.every((one) => after.includes(one)) && after.every((one) => before.includes(one));
