import type { Change } from "@/lib/mail/message/change";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { inWords } from "../in-words";
import { changesInWords } from "./edit/change-in-words";

type Untold = Pick<OutdatedPerson, "name" | "email" | "isOrganiser" | "changes">;

/** `5 people have not been told of the new time`. */
export function untoldInWords(people: Untold[]): string {
  const others = people.filter(({ isOrganiser }) => !isOrganiser);
  const what = whatIsNew((others.length > 0 ? others : people).flatMap(({ changes }) => changes));
  if (others.length === 0) return `Your own calendar entry does not show ${what}`;
  return `${inWords(others.length, "person has", "people have")} not been told of ${what}`;
}

/** Another time weighs more than what was changed beside it. */
function whatIsNew(changes: Change[]): string {
  const [first, ...more] = [...new Set(changes)];
  if (changes.includes("time")) return "the new time";
  return first && more.length === 0 ? `the new ${changesInWords([first])}` : "the changes";
}

/** Those who miss the same are named together. */
export function untoldGroups(people: Untold[]): { changes: Change[]; names: string[] }[] {
  const groups = new Map<string, { changes: Change[]; names: string[] }>();
  for (const { name, email, changes } of people) {
    const group = groups.get(changes.join()) ?? { changes, names: [] };
    group.names.push(name || email);
    groups.set(changes.join(), group);
  }
  return [...groups.values()];
}
