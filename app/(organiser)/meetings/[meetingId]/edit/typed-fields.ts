import { fieldNames, type Person, personInput } from "@/lib/participants/person";
import type { RecipientChoice } from "../review/shown-review";

const notTyped = /^(\$ACTION|intent$|people$|p-|mailTo$|mailed$|fingerprint$|changeRoom$)/;

/** What was typed, as hidden fields say it again while the review is shown: the participants are the rows that were read. */
export function typedFields(form: FormData, rows: Person[]): [string, string][] {
  const typed = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !notTyped.test(entry[0]),
  );
  return [...typed, ...rowFields(rows)];
}

/** In step, as lib/participants/rows.ts reads them. */
export const rowFields = (rows: Person[]): [string, string][] =>
  rows.flatMap((row) => fieldNames.map((field): [string, string] => [personInput(field), row[field]]));

/** Who gets a mail: those that the review showed with a mark that was taken away are left out. */
export function recipientChoiceOf(form: FormData): RecipientChoice {
  const to = form.get("mailTo");
  return {
    to: to === "nobody" || to === "some" ? to : "everybody",
    mailed: form.getAll("mailed").map(String),
  };
}
