import type { Change } from "@/lib/invitations/change";
import type { UntoldPerson } from "@/lib/meetings/untold";
import { clockRange } from "../clock-range";
import { inWords } from "../in-words";
import { changesInWords } from "./edit/change-in-words";

type Untold = Pick<UntoldPerson, "name" | "email" | "isOrganiser" | "changes">;

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

/** `15:00–16:30`, with the day where that is another one: the time that an answer is about. Undefined where it is the meeting's. */
export function toldTime(
  person: Pick<UntoldPerson, "changes" | "told"> | undefined,
  meeting: { startsAt: Date },
  timeZone: string,
): string | undefined {
  if (!person?.changes.includes("time")) return undefined;
  const { startsAt, endsAt } = person.told;
  const day = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", day: "numeric", month: "short" });
  const [then, now] = [startsAt, meeting.startsAt].map((at) => day.format(at).replace(",", ""));
  return `${then === now ? "" : `${then}, `}${clockRange(startsAt, endsAt, timeZone)}`;
}
