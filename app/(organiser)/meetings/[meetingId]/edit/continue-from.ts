import type { ChangesSince } from "@/lib/meetings/read/changes-since";
import type { Person } from "@/lib/participants/person";
import { mergeRows } from "@/lib/participants/rows";
import { cleanText } from "@/lib/text";
import { factValues } from "../../form/field-values";

/** Fields that only make sense together. */
const together = [
  ["title"],
  ["description"],
  ["domainId"],
  ["date", "startTime", "length", "endDate", "endTime", "timeZone"],
];

/**
 * Pure: what was typed, on top of what was saved meanwhile. What nobody touched in this form takes the newer value; what was
 * typed stays as typed, and the review names it as a change of the newer version.
 */
export function continueFrom(
  typed: { values: Record<string, string>; rows: Person[] },
  { before, after, version, added, removed }: ChangesSince,
): { values: Record<string, string>; rows: Person[] } {
  const [base, current] = [factValues(before), factValues(after)];
  const values: Record<string, string> = { ...typed.values, version: String(version) };
  for (const names of together) {
    const untouched = names.every((name) => comparable(values[name]) === comparable(base[name]));
    if (untouched) for (const name of names) values[name] = current[name]!;
  }
  const left = new Set(removed.map(({ email }) => email));
  const came = new Set(added.map(({ email }) => email));
  const stay = typed.rows.filter(({ email }) => !left.has(email.toLowerCase()) || came.has(email.toLowerCase()));
  return { values, rows: mergeRows([...stay, ...added]) };
}

/** A text area sends its lines with other ends than they are saved with. */
const comparable = (value = "") => cleanText(value);
