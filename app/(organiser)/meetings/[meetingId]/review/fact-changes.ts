import { pageLocale } from "@/app/_words/page-locale";
import type { Change } from "@/lib/mail/message/change";
import { compareContents, type PeopleChanges } from "@/lib/meetings/plan/compare-contents";
import type { MeetingContent } from "@/lib/meetings/plan/meeting-content";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import type { Person, PersonField } from "@/lib/participants/person";
import { nameOrEmail } from "@/lib/participants/person";
import { formatWhen } from "@/lib/time/when";
import type { PageWords } from "@/lib/words/en/pages";
import { reminderTimes } from "../reminder-state";

/** What the two texts say of one thing; null where there is nothing to compare. */
export type FactChange = { label: string; before: string | null; after: string };

type Words = PageWords["review"]["facts"];

const maxShown = 160;

/** Pure: what is different, the meeting first and its people last. `domainName` gives a domain's name by its ID. */
export function contentChanges(
  before: MeetingContent,
  after: MeetingContent,
  { domainName, words }: { domainName: (domainId: string) => string; words: PageWords },
): FactChange[] {
  const changes = compareContents(before, after);
  const names = words.review.facts;
  const shown = factChanges(changes.facts, [before.facts, after.facts], { domainName, words: names });
  const add = (label: string, was: string, is: string) => shown.push({ label, before: was, after: is });
  if (changes.locale) add(names.language, languageName(before.locale), languageName(after.locale));
  if (changes.reminders) {
    const [was, is] = [before, after].map(({ reminders }) => reminderTimes(reminders, words.reminders));
    add(names.reminders, was!, is!);
  }
  return [...shown, ...peopleChanges(changes.people, words)];
}

const languageName = (locale: string) => new Intl.DisplayNames([pageLocale], { type: "language" }).of(locale) ?? locale;

function factChanges(
  changes: Change[],
  [before, after]: [MeetingFacts, MeetingFacts],
  { domainName, words }: { domainName: (domainId: string) => string; words: Words },
): FactChange[] {
  const shown: FactChange[] = [];
  const add = (label: string, was: string | null, is: string) => shown.push({ label, before: was, after: is });
  const short = (text: string) => (text.length > maxShown ? `${text.slice(0, maxShown)}…` : text || words.none);
  if (changes.includes("title")) add(words.title, before.title, after.title);
  if (changes.includes("time") || changes.includes("zone")) add(words.time, formatWhen(before), formatWhen(after));
  if (changes.includes("domain")) add(words.domain, domainName(before.domainId), domainName(after.domainId));
  if (changes.includes("room")) add(words.room, null, words.newRoom);
  if (changes.includes("description")) add(words.description, short(before.description), short(after.description));
  return shown;
}

/** So many lines of one kind are listed. */
const maxListed = 8;

/** Pure: who comes, who goes, and what is different about those who stay. */
export function peopleChanges(
  { added: came, removed: gone, changed }: PeopleChanges<Person>,
  { review, meetingForm }: PageWords,
): FactChange[] {
  const words = review.facts;
  const { roles: roleNames } = meetingForm.people;
  const moved = newAddresses(gone, came);
  const changedIn = (field: PersonField) => changed.filter(({ before, after }) => before[field] !== after[field]);
  const named = (people: Person[]) =>
    words.people(
      people.map((one) => (one.role === "MODERATOR" ? words.moderator(nameOrEmail(one)) : nameOrEmail(one))),
    );
  const lines: [label: string, text: string][] = [
    [
      words.address,
      listed(
        moved.map(({ from, to }) => words.fromTo(to.name, from.email, to.email)),
        words,
      ),
    ],
    [words.added, named(came.filter((person) => !moved.some(({ to }) => to === person)))],
    [words.removed, named(gone.filter((person) => !moved.some(({ from }) => from === person)))],
    [
      words.role,
      listed(
        changedIn("role").map(({ before, after }) =>
          words.fromTo(nameOrEmail(after), roleNames[before.role], roleNames[after.role]),
        ),
        words,
      ),
    ],
    [
      words.name,
      listed(
        changedIn("name").map(({ before, after }) => words.renamed(nameOrEmail(before), after.name || words.noName)),
        words,
      ),
    ],
  ];
  return lines.flatMap(([label, text]) => (text === "" ? [] : [{ label, before: null, after: text }]));
}

function listed(lines: string[], words: Words): string {
  const more = lines.length - maxListed;
  return (more > 1 ? [...lines.slice(0, maxListed), words.others(more)] : lines).join("\n");
}

/** Pure: one who goes and one who comes under the same name, which nobody else of them has, are one person with another address. */
export function newAddresses<From extends { name: string }, To extends { name: string }>(
  gone: From[],
  came: To[],
): { from: From; to: To }[] {
  const only = <P extends { name: string }>(people: P[], name: string) => {
    const found = people.filter((person) => person.name === name);
    return found.length === 1 ? found[0] : undefined;
  };
  return gone.flatMap((from) => {
    const to = from.name === "" ? undefined : only(came, from.name);
    return to && only(gone, from.name) ? [{ from, to }] : [];
  });
}
