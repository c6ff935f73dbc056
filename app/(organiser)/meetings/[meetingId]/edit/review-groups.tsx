import { ChevronRight } from "lucide-react";
import { namesInWords } from "../../names-in-words";
import { changesInWords, effectWords, mustWords } from "./change-in-words";
import type { ReviewGroup } from "./edit-state";

/** So many are listed at once; more unfold. */
const mostListed = 8;

/** @param told addresses that are marked; null: all of them */
export function ReviewGroups({ groups, told }: { groups: ReviewGroup[]; told: string[] | null }) {
  const marked = told && new Set(told);
  return (
    <ul className="-my-4 flex flex-col divide-y divide-line">
      {groups.map((group) => (
        <li key={`${group.effect} ${group.must} ${group.changes}`} className="flex flex-col gap-1 py-4">
          <p className="font-medium">
            {effectWords[group.effect]} · {group.people.length.toLocaleString("en")}
          </p>
          <p className="text-ink-muted text-sm">{whyInWords(group)}</p>
          <People group={group} marked={marked} />
        </li>
      ))}
    </ul>
  );
}

function whyInWords({ effect, must, changes }: ReviewGroup): string {
  const about = effect === "update" && changes.length > 0 ? `Says what changed: ${changesInWords(changes)}.` : "";
  if (must) return [about && must !== "unsent" ? about : "", mustWords[must]].filter(Boolean).join(" ");
  return effect === "nothing" ? "Nothing changes for them." : about;
}

function People({ group, marked }: { group: ReviewGroup; marked: Set<string> | null }) {
  const { people, must, effect } = group;
  const choosable = must === null && effect !== "nothing";
  const list = (
    <ul className="mt-1 flex flex-col">
      {people.map(({ email, name }) => (
        <li key={email}>
          {choosable ? (
            <label className="flex items-center gap-3 group-has-[[name=tell][value=some]:checked]/form:min-h-11">
              <input
                type="checkbox"
                name="told"
                value={email}
                defaultChecked={!marked || marked.has(email)}
                // Only where people are chosen; without scripts as well.
                className="hidden size-5 shrink-0 accent-accent group-has-[[name=tell][value=some]:checked]/form:block"
              />
              <Person email={email} name={name} />
            </label>
          ) : (
            <Person email={email} name={name} />
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

function Person({ email, name }: { email: string; name: string }) {
  return (
    <span className="wrap-anywhere min-w-0">
      {name || email} {name && <span className="text-ink-muted text-sm">{email}</span>}
    </span>
  );
}
