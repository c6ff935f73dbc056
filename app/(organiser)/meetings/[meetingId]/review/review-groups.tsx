import { ChevronRight } from "lucide-react";
import { classNames } from "@/app/_components/class-names";
import { useWords } from "@/app/_words/use-words";
import type { PageWords } from "@/lib/words/en/pages";
import type { ReviewGroup, ShownReview } from "./shown-review";

/** So many are listed at once; more unfold. */
const maxListed = 8;

/** Whether the organiser may leave these people out. */
const isFree = ({ neededBecause, effect }: ReviewGroup): boolean => neededBecause === null && effect !== "nothing";

/** @param mailed addresses that are marked; null: all of them */
export function ReviewGroups({ groups, mailed }: { groups: ReviewGroup[]; mailed: string[] | null }) {
  const words = useWords().review;
  const marked = mailed && new Set(mailed);
  return (
    <ul className="-my-4 flex flex-col divide-y divide-line">
      {groups.map((group) => (
        <li key={`${group.effect} ${group.neededBecause} ${group.changes}`} className="flex flex-col gap-1 py-4">
          <p className="font-medium">
            <Heading group={group} />
          </p>
          <p className={classNames("text-ink-muted text-sm", isFree(group) && "mail-nobody:hidden")}>
            {reasonText(group, words)}
          </p>
          <People group={group} marked={marked} />
        </li>
      ))}
    </ul>
  );
}

function Heading({ group }: { group: ReviewGroup }) {
  const words = useWords().review;
  const sent = words.group(group.effect, group.people.length);
  if (!isFree(group)) return sent;
  return (
    <>
      <span className="mail-nobody:hidden">{sent}</span>
      <span className="hidden text-ink-muted mail-nobody:inline">{words.group("nothing", group.people.length)}</span>
    </>
  );
}

/** Why these people get this mail, or none. */
export function reasonText({ effect, neededBecause, changes }: ReviewGroup, words: PageWords["review"]): string {
  if (effect === "address") return words.newAddress;
  const about = effect === "update" && changes.length > 0 ? words.saysChanges(changes) : "";
  if (neededBecause === null) return effect === "nothing" ? words.nothingChanges : about;
  const { linkOfOld, ...needed } = words.needed;
  if (neededBecause === "unsent") return needed.unsent;
  // What outdated the link, where it is known.
  const old = (["time", "domain", "room", "role"] as const).find((change) => changes.includes(change));
  const why = neededBecause === "link" && old ? linkOfOld[old] : needed[neededBecause];
  return [about, why].filter(Boolean).join(" ");
}

function People({ group, marked }: { group: ReviewGroup; marked: Set<string> | null }) {
  const words = useWords().review;
  const { people } = group;
  const choosable = isFree(group);
  const list = (
    <ul className={classNames("mt-1 flex flex-col", choosable && "mail-nobody:text-ink-muted")}>
      {people.map((person) => (
        <li key={person.email}>
          {choosable ? (
            <label className="flex items-start gap-3 mail-some:min-h-11 mail-some:py-2.5">
              <input
                type="checkbox"
                name="mailed"
                value={person.email}
                defaultChecked={!marked || marked.has(person.email)}
                // Only where people are chosen; without scripts as well.
                className="mt-px hidden size-5 shrink-0 accent-accent mail-some:block"
              />
              <Person {...person} />
            </label>
          ) : (
            <Person {...person} />
          )}
        </li>
      ))}
    </ul>
  );
  if (people.length <= maxListed) return list;
  return (
    <details className="group/list">
      <summary className="inline-flex min-h-11 list-none items-center gap-1 hover:underline">
        <ChevronRight aria-hidden className="size-4 shrink-0 transition-transform group-open/list:rotate-90" />
        <span className="wrap-anywhere">{words.people(people.map(({ name, email }) => name || email))}</span>
      </summary>
      {list}
    </details>
  );
}

function Person({ email, name, from }: ReviewGroup["people"][number]) {
  const words = useWords().review;
  return (
    <span className="wrap-anywhere min-w-0">
      {name || email}{" "}
      {name && <span className="text-ink-muted text-sm">{from ? words.newAddressOf(from, email) : email}</span>}
    </span>
  );
}

/** Whose answers are asked for again: of those whom the choice leaves out, nothing is asked. */
export function AskedAgain({ people }: { people: ShownReview["askedAgain"] }) {
  const { asksAgain } = useWords().review;
  const needed = people.filter(({ neededBecause }) => neededBecause !== null);
  const names = (some: ShownReview["askedAgain"]) => some.map(({ name }) => name);
  return (
    <>
      {people.length > 0 && <p className="wrap-anywhere mail-nobody:hidden">{asksAgain(names(people))}</p>}
      {needed.length > 0 && <p className="wrap-anywhere hidden mail-nobody:block">{asksAgain(names(needed))}</p>}
    </>
  );
}
