import type { PersonState } from "@/lib/meetings/plan/meeting-state";
import type { PersonPlan } from "@/lib/meetings/plan/plan-person";
import { type Review, sameReminders } from "@/lib/meetings/review";
import { oldLinkGroups } from "../../old-link-groups";
import { remindersInWords } from "../../reminders-in-words";
import type { FactChange, ReviewGroup, ShownReview } from "./edit-state";
import { factChanges } from "./fact-changes";
import { newAddresses } from "./new-addresses";
import { peopleChanges } from "./people-changes";

type Typed = Pick<ShownReview, "changeRoom" | "outdated" | "tell" | "fields"> & { locale: string; reminders: number[] };
type Names = { timeZone: string; domainName: (domainId: string) => string };

/** Pure: the review as the page shows it. 500 people to whom the same happens are one group. */
export function shownReview(
  { plan, fingerprint, before, after, edited }: Review,
  { locale, reminders, ...typed }: Typed,
  { timeZone, domainName }: Names,
): ShownReview {
  const facts: FactChange[] = factChanges(before.facts, after.facts, domainName);
  if (before.locale !== locale)
    facts.push({ label: "Language of mails", before: languageName(before.locale), after: languageName(locale) });
  if (!sameReminders(before.reminders, reminders))
    facts.push({ label: "Reminders", before: remindersInWords(before.reminders), after: remindersInWords(reminders) });
  facts.push(...peopleChanges(before.people, after.people));
  const oldLinks = oldLinkGroups(plan.staleLinks, timeZone);
  const groups = groupsOf(plan.people);
  return { ...typed, facts, groups, askedAgain: askedAgain(plan.people, before.people), oldLinks, fingerprint, edited };
}

function askedAgain(plans: PersonPlan[], before: PersonState[]): ShownReview["askedAgain"] {
  const answered = new Set(before.filter(({ answer }) => answer !== "NONE").map(({ email }) => email));
  return plans
    .filter(({ resetAnswer, email }) => resetAnswer && answered.has(email))
    .map(({ name, email, must }) => ({ name: name || email, must }));
}

const languageName = (locale: string) => new Intl.DisplayNames(["en"], { type: "language" }).of(locale) ?? locale;

const order: ReviewGroup["effect"][] = ["address", "invitation", "update", "cancellation", "nothing"];

function groupsOf(people: PersonPlan[]): ReviewGroup[] {
  const groups = new Map<string, ReviewGroup>();
  const moved = newAddresses(
    people.filter(({ effect }) => effect === "cancellation"),
    people.filter(({ must }) => must === "new"),
  );
  const pairs = new Set(moved.flatMap(({ from, to }) => [from, to]));
  if (moved.length > 0) {
    const pair = moved.map(({ from, to }) => ({ email: to.email, name: to.name, from: from.email }));
    groups.set("address", { effect: "address", must: "new", changes: [], people: pair });
  }
  for (const person of people) {
    if (pairs.has(person)) continue;
    const { effect, must, changes, email, name } = person;
    const key = JSON.stringify([effect, must, changes]);
    const group = groups.get(key) ?? { effect, must, changes, people: [] };
    group.people.push({ email, name });
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}
