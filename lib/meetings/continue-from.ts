import { meetingValues } from "@/lib/meetings/form-values";
import type { MeetingContent } from "@/lib/meetings/plan/meeting-content";
import type { ChangesSince } from "@/lib/meetings/read/changes-since";
import { emptyPerson, mergePerson, type Person, personOf, samePerson } from "@/lib/participants/person";
import { mergeRows } from "@/lib/participants/rows";
import { offeredReminders, reminderField } from "@/lib/reminders/minutes";
import { cleanText } from "@/lib/text";

/** Fields that only make sense together. */
const together = [
  ["title"],
  ["description"],
  ["domainId"],
  ["date", "startTime", "length", "endDate", "endTime", "timeZone"],
  ["locale"],
  [...offeredReminders.map(reminderField), "ownReminder"],
];

type Typed = { values: Record<string, string>; rows: Person[] };

/**
 * Pure, a three-way merge: what was typed, on top of what was saved meanwhile. What nobody touched in this form takes the
 * newer value; what was typed stays as typed, and the review names it as a change of the newer version.
 */
export function continueFrom({ values: typed, rows }: Typed, since: Omit<ChangesSince, "by" | "at">): Typed {
  const { before, after, version } = since;
  const [base, current] = [before, after].map((content) => meetingValues({ ...content, ...content.facts }));
  const values: Record<string, string> = { ...typed, version: String(version) };
  for (const name of together.filter((names) => names.every(isUntouched)).flat()) {
    if (current![name] === undefined) delete values[name];
    else values[name] = current![name];
  }
  return { values, rows: mergePeople(mergeRows(rows), before.people, after.people) };

  /** A text area sends its lines with other ends than they are saved with; a box without a mark sends nothing. */
  function isUntouched(name: string): boolean {
    return cleanText(typed[name] ?? "") === cleanText(base![name] ?? "");
  }
}

/** People are the same when their address is. A row that was changed here stays, also where the person was removed meanwhile. */
function mergePeople(rows: Person[], before: MeetingContent["people"], after: MeetingContent["people"]): Person[] {
  const [was, is] = [before, after].map(byEmail);
  const typed = byEmail(rows);
  const stay = rows.flatMap((row): Person[] => {
    const [base, current] = [was!.get(row.email), is!.get(row.email)];
    if (current) return [mergePerson(base ?? emptyPerson, row, current)];
    return base && samePerson(base, row) ? [] : [row];
  });
  const came = after.filter(({ email, isOrganiser }) => !isOrganiser && !was!.has(email) && !typed.has(email));
  return [...stay, ...came.map(personOf)];
}

const byEmail = <P extends Person>(people: P[]) => new Map(people.map((person) => [person.email, person]));
