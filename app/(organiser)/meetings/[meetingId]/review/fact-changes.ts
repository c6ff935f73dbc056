import type { WantedPerson } from "@/lib/meetings/plan/desired-meeting";
import { changesBetween, type MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { formatWhen } from "@/lib/time/when";
import type { PageWords } from "@/lib/words/en/pages";

/** What the two texts say of one thing; null where there is nothing to compare. */
export type FactChange = { label: string; before: string | null; after: string };

type Words = PageWords["review"]["facts"];

const longestShown = 160;

/** Pure: what of the meeting is different. `domainName` gives a domain's name by its ID. */
export function factChanges(
  before: MeetingFacts,
  after: MeetingFacts,
  { domainName, words }: { domainName: (domainId: string) => string; words: Words },
): FactChange[] {
  const changes = changesBetween(before, after);
  const shown: FactChange[] = [];
  const add = (label: string, was: string | null, is: string) => shown.push({ label, before: was, after: is });
  const short = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text || words.none);
  if (changes.includes("title")) add(words.title, before.title, after.title);
  if (changes.includes("time") || changes.includes("zone")) add(words.time, formatWhen(before), formatWhen(after));
  if (changes.includes("domain")) add(words.domain, domainName(before.domainId), domainName(after.domainId));
  if (changes.includes("room")) add(words.room, null, words.newRoom);
  if (changes.includes("description")) add(words.description, short(before.description), short(after.description));
  return shown;
}

type Person = Pick<WantedPerson, "email" | "name" | "role" | "isOrganiser">;

/** So many lines of one kind are listed. */
const maxListed = 8;

/** Pure: who comes, who goes, and what is different about those who stay. */
export function peopleChanges(before: Person[], after: Person[], { review, meetingForm }: PageWords): FactChange[] {
  const words = review.facts;
  const { roles: roleNames } = meetingForm.people;
  const [was, is] = [before, after].map((people) => new Map(people.map((person) => [person.email, person])));
  const gone = before.filter(({ email }) => !is!.has(email));
  const came = after.filter(({ email }) => !was!.has(email));
  const moved = newAddresses(gone, came);
  const stay = after.flatMap((now) => (was!.has(now.email) ? [{ past: was!.get(now.email)!, now }] : []));
  const roles = stay.filter(({ past, now }) => past.role !== now.role);
  const names = stay.filter(({ past, now }) => past.name !== now.name);
  const named = (people: Person[]) =>
    words.people(people.map((one) => (one.role === "MODERATOR" ? words.moderator(nameOf(one)) : nameOf(one))));
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
        roles.map(({ past, now }) => words.fromTo(nameOf(now), roleNames[past.role], roleNames[now.role])),
        words,
      ),
    ],
    [
      words.name,
      listed(
        names.map(({ past, now }) => words.renamed(nameOf(past), now.name || words.noName)),
        words,
      ),
    ],
  ];
  return lines.flatMap(([label, text]) => (text === "" ? [] : [{ label, before: null, after: text }]));
}

const nameOf = ({ name, email }: Person) => name || email;

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
