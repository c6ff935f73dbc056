import { type Added, addPasted, mergeRows, readRows } from "@/lib/participants/rows";
import { inWords } from "../in-words";
import type { PeopleState } from "./form-state";

/** The participants of a submitted form: its rows, and what was typed into the box beside them. */
export function peopleOf(form: FormData, ownEmail: string): PeopleState {
  const removed = /^remove-(\d+)$/.exec(String(form.get("intent")))?.[1];
  const rows = readRows(form).filter((_, i) => String(i) !== removed);
  const added = addPasted(mergeRows(rows), String(form.get("people") ?? ""), ownEmail);
  return { rows: added.rows, ...leftOver(added) };
}

/** What stays in the box, with its reasons, and what to say. */
export function leftOver(added: Added): Omit<PeopleState, "rows"> {
  return { text: added.rejected.map(({ text }) => text).join("\n"), rejected: added.rejected, note: noteOf(added) };
}

function noteOf({ merged, own }: Added): string {
  const [first, ...others] = merged;
  const known = others.length === 0 ? `${first} was` : `${inWords(merged.length, "person", "people")} were`;
  return [
    first && `${known} in the list already and not added again.`,
    own && "Your own address was left out: you are invited as the organiser.",
  ]
    .filter(Boolean)
    .join(" ");
}
