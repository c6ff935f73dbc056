import type { PersonPlan } from "@/lib/meetings/plan-person";
import { type Review, sameReminders } from "@/lib/meetings/review";
import { remindersInWords } from "../../reminders-in-words";
import type { FactChange, ReviewGroup, ShownReview } from "./edit-state";
import { factChanges } from "./fact-changes";
import { oldLinkGroups } from "./old-link-groups";

type Typed = Pick<ShownReview, "changeRoom" | "outdated" | "tell" | "fields"> & { locale: string; reminders: number[] };
type Names = { timeZone: string; domainName: (domainId: string) => string };

/** Pure: the review as the page shows it. 500 people to whom the same happens are one group. */
export function shownReview(
  { plan, fingerprint, before, after }: Review,
  { locale, reminders, ...typed }: Typed,
  { timeZone, domainName }: Names,
): ShownReview {
  const facts: FactChange[] = factChanges(before.facts, after.facts, domainName);
  if (before.locale !== locale)
    facts.push({ label: "Language of mails", before: languageName(before.locale), after: languageName(locale) });
  if (!sameReminders(before.reminders, reminders))
    facts.push({ label: "Reminders", before: remindersInWords(before.reminders), after: remindersInWords(reminders) });
  const oldLinks = oldLinkGroups(plan.oldLinks, { timeZone, startsAt: after.facts.startsAt });
  return { ...typed, facts, groups: groupsOf(plan.people), oldLinks, fingerprint };
}

const languageName = (locale: string) => new Intl.DisplayNames(["en"], { type: "language" }).of(locale) ?? locale;

const order: PersonPlan["effect"][] = ["invitation", "update", "cancellation", "nothing"];

function groupsOf(people: PersonPlan[]): ReviewGroup[] {
  const groups = new Map<string, ReviewGroup>();
  for (const { effect, must, changes, email, name } of people) {
    const key = JSON.stringify([effect, must, changes]);
    const group = groups.get(key) ?? { effect, must, changes, people: [] };
    group.people.push({ email, name });
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}
