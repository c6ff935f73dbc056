import type { PersonState } from "@/lib/meetings/plan/meeting-state";
import type { PersonPlan } from "@/lib/meetings/plan/plan-person";
import type { Review } from "@/lib/meetings/review";
import type { PageWords } from "@/lib/words/en/pages";
import { type StaleLinkGroup, staleLinkGroups } from "../problems/stale-link-groups";
import { contentChanges, type FactChange, newAddresses } from "./fact-changes";

/** People to whom the same happens for the same reasons. */
export type ReviewGroup = {
  /** "address": the same person at another address, whose old one gets a cancellation. */
  effect: PersonPlan["effect"] | "address";
  neededBecause: PersonPlan["neededBecause"];
  changes: PersonPlan["changes"];
  people: {
    email: string;
    name: string;
    /** The address before. */
    from?: string;
  }[];
};

/** Who gets a mail, of those who need not; `mailed`: their addresses, by the choice "some". */
export type RecipientChoice = { to: "everybody" | "nobody" | "some"; mailed: string[] };

/** The review as the page shows it. */
export type ShownReview = {
  facts: FactChange[];
  groups: ReviewGroup[];
  /** Whose answers are asked for again. */
  askedAgain: { name: string; neededBecause: PersonPlan["neededBecause"] }[];
  /** False when the form says what is saved already, and saving only mails people. */
  edited: boolean;
  staleLinks: StaleLinkGroup[];
  changeRoom: boolean;
  fingerprint: string;
  /** What would be sent changed between an earlier review and saving. */
  outdated: boolean;
  choice: RecipientChoice;
  /** What was typed, whole, for the hidden fields: some names come more than once. */
  fields: [string, string][];
};

type Typed = Pick<ShownReview, "changeRoom" | "outdated" | "choice" | "fields">;
type Situation = { timeZone: string; domainName: (domainId: string) => string; words: PageWords };

/** Pure: 500 people to whom the same happens are one group. */
export function shownReview(
  { plan, fingerprint, before, after, edited }: Review,
  typed: Typed,
  { timeZone, domainName, words }: Situation,
): ShownReview {
  return {
    ...typed,
    facts: contentChanges(before, after, { domainName, words }),
    groups: groupsOf(plan.people),
    askedAgain: askedAgain(plan.people, before.people),
    staleLinks: staleLinkGroups(plan.staleLinks, timeZone),
    fingerprint,
    edited,
  };
}

function askedAgain(plans: PersonPlan[], before: PersonState[]): ShownReview["askedAgain"] {
  const answered = new Set(before.filter(({ lastAnswer }) => lastAnswer !== "NONE").map(({ email }) => email));
  return plans
    .filter(({ resetAnswer, email }) => resetAnswer && answered.has(email))
    .map(({ name, email, neededBecause }) => ({ name: name || email, neededBecause }));
}

const order: ReviewGroup["effect"][] = ["address", "invitation", "update", "cancellation", "nothing"];

function groupsOf(people: PersonPlan[]): ReviewGroup[] {
  const groups = new Map<string, ReviewGroup>();
  const moved = newAddresses(
    people.filter(({ effect }) => effect === "cancellation"),
    people.filter(({ neededBecause }) => neededBecause === "new"),
  );
  const pairs = new Set(moved.flatMap(({ from, to }) => [from, to]));
  if (moved.length > 0) {
    const pair = moved.map(({ from, to }) => ({ email: to.email, name: to.name, from: from.email }));
    groups.set("address", { effect: "address", neededBecause: "new", changes: [], people: pair });
  }
  for (const person of people) {
    if (pairs.has(person)) continue;
    const { effect, neededBecause, changes, email, name } = person;
    const key = JSON.stringify([effect, neededBecause, changes]);
    const group = groups.get(key) ?? { effect, neededBecause, changes, people: [] };
    group.people.push({ email, name });
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}
