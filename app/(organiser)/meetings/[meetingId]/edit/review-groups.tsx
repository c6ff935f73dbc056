import { ChevronRight } from "lucide-react";
import { classNames } from "@/app/_components/class-names";
import { namesInWords } from "../../names-in-words";
import { changesInWords, effectWords, mustWords } from "./change-in-words";
import type { ReviewGroup } from "./edit-state";

/** So many are listed at once; more unfold. */
const mostListed = 8;

/** So many mails these are: another address is an invitation and a cancellation. */
export const mailsOf = (groups: ReviewGroup[]): number =>
  groups
    .filter(({ effect }) => effect !== "nothing")
    .reduce((sum, { effect, people }) => sum + people.length * (effect === "address" ? 2 : 1), 0);

/** Whether the organiser may leave these people out. */
const isFree = ({ must, effect }: ReviewGroup): boolean => must === null && effect !== "nothing";

/** @param told addresses that are marked; null: all of them */
export function ReviewGroups({ groups, told }: { groups: ReviewGroup[]; told: string[] | null }) {
  const marked = told && new Set(told);
  return (
    <ul className="-my-4 flex flex-col divide-y divide-line">
      {groups.map((group) => (
        <li key={`${group.effect} ${group.must} ${group.changes}`} className="flex flex-col gap-1 py-4">
          <p className="font-medium">
            <Heading group={group} />
          </p>
          <p className={classNames("text-ink-muted text-sm", isFree(group) && "tell-nobody:hidden")}>
            {whyInWords(group)}
          </p>
          <People group={group} marked={marked} />
        </li>
      ))}
    </ul>
  );
}

function Heading({ group }: { group: ReviewGroup }) {
  const count = group.people.length.toLocaleString("en");
  const sent = `${effectWords[group.effect]} · ${count}`;
  if (!isFree(group)) return sent;
  return (
    <>
      <span className="tell-nobody:hidden">{sent}</span>
      <span className="hidden text-ink-muted tell-nobody:inline">Not told · {count}</span>
    </>
  );
}

function whyInWords({ effect, must, changes }: ReviewGroup): string {
  if (effect === "address") return "The new address gets an invitation, and the old one a cancellation.";
  const about = effect === "update" && changes.length > 0 ? `Says what changed: ${changesInWords(changes)}.` : "";
  if (must) return [about && must !== "unsent" ? about : "", mustWords[must]].filter(Boolean).join(" ");
  return effect === "nothing" ? "Nothing changes for them." : about;
}

function People({ group, marked }: { group: ReviewGroup; marked: Set<string> | null }) {
  const { people } = group;
  const choosable = isFree(group);
  const list = (
    <ul className={classNames("mt-1 flex flex-col", choosable && "tell-nobody:text-ink-muted")}>
      {people.map(({ email, name, from }) => (
        <li key={email}>
          {choosable ? (
            <label className="flex items-start gap-3 tell-some:min-h-11 tell-some:py-2.5">
              <input
                type="checkbox"
                name="told"
                value={email}
                defaultChecked={!marked || marked.has(email)}
                // Only where people are chosen; without scripts as well.
                className="mt-px hidden size-5 shrink-0 accent-accent tell-some:block"
              />
              <Person email={email} name={name} from={from} />
            </label>
          ) : (
            <Person email={email} name={name} from={from} />
          )}
        </li>
      ))}
    </ul>
  );
  if (people.length <= mostListed) return list;
  return (
    <details className="group/list">
      <summary className="inline-flex min-h-11 list-none items-center gap-1 hover:underline">
        <ChevronRight aria-hidden className="size-4 shrink-0 transition-transform group-open/list:rotate-90" />
        <span className="wrap-anywhere">{namesInWords(people.map(({ name, email }) => name || email))}</span>
      </summary>
      {list}
    </details>
  );
}

function Person({ email, name, from }: ReviewGroup["people"][number]) {
  return (
    <span className="wrap-anywhere min-w-0">
      {name || email} {name && <span className="text-ink-muted text-sm">{from ? `${from} → ${email}` : email}</span>}
    </span>
  );
}
