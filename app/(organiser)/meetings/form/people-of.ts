import { longestRequest } from "@/lib/meetings/meeting-form";
import { addPasted, mergeRows, readRows } from "@/lib/participants/rows";
import type { PeopleState } from "./form-state";
import { leftOver } from "./left-over";

/** The participants of a submitted form: its rows, and what was typed into the box beside them. */
export function peopleOf(form: FormData, ownEmail: string): PeopleState {
  const intent = String(form.get("intent"));
  const removed = /^remove-(\d+)$/.exec(intent)?.[1];
  const goesOn = intent === "add" || removed !== undefined;
  const rows = mergeRows(readRows(form).filter((_, i) => String(i) !== removed));
  const text = String(form.get("people") ?? "");
  if (text.length > longestRequest) return { rows, text, rejected: [], note: "", goesOn };
  const added = addPasted(rows, text, ownEmail);
  return { rows: added.rows, ...leftOver(added), goesOn };
}
