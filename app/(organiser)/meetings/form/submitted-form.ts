import { z } from "zod";
import { errorInWords, fieldErrorsInWords, issueInWords } from "@/app/_words/errors-in-words";
import { pageWords } from "@/app/_words/page-words";
import {
  maxRequestLength,
  meetingFields,
  readMeetingFields,
  readWhenFields,
  whenFields,
} from "@/lib/meetings/meeting-form";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { addPasted, checkRows, mergeRows, readRows } from "@/lib/participants/rows";
import { emailFieldId, leftInBox, type PeopleState } from "./form-state";

type Errors = Record<string, string[]>;
type Checked = { input: MeetingInput | null; fieldErrors: Errors; rowErrors: Record<number, string> };

/** The participants of a submitted form: its rows, and what was typed into the box beside them. */
export function peopleOf(form: FormData, ownEmail: string): PeopleState {
  const intent = String(form.get("intent"));
  const removed = /^remove-(\d+)$/.exec(intent)?.[1];
  const goesOn = intent === "add" || removed !== undefined;
  const rows = mergeRows(readRows(form).filter((_, i) => String(i) !== removed));
  const text = String(form.get("people") ?? "");
  if (text.length > maxRequestLength) return { rows, text, rejected: [], note: "", goesOn };
  const added = addPasted(rows, text, ownEmail);
  return { rows: added.rows, ...leftInBox(added, pageWords().meetingForm.people), goesOn };
}

/** Everything that is wrong at once, in the order of the form. */
export function checkForm(form: FormData, { rows, rejected }: PeopleState): Checked {
  const words = pageWords().meetingForm;
  const fields = meetingFields.safeParse(Object.fromEntries(form));
  const checked = checkRows(rows);
  const participants = checked.ok ? checked.participants : rows;
  const now = new Date();
  const read = fields.success ? readMeetingFields(fields.data, participants, now) : null;
  const fieldErrors: Errors = fields.success ? {} : z.flattenError(fields.error, issueInWords).fieldErrors;
  if (read && !read.ok) Object.assign(fieldErrors, fieldErrorsInWords(read.fieldErrors));
  // What is wrong with the time is said together with what is wrong elsewhere.
  const when = fields.success ? null : whenFields.safeParse(Object.fromEntries(form));
  if (when?.success) Object.assign(fieldErrors, fieldErrorsInWords(readWhenFields(when.data, now).fieldErrors));
  if (rejected.length > 0) fieldErrors.people = [words.errors.unread];
  const rowErrors: Record<number, string> = {};
  if (!checked.ok) for (const [i, error] of Object.entries(checked.errors)) rowErrors[Number(i)] = errorInWords(error);
  for (const [i, error] of Object.entries(rowErrors))
    fieldErrors[emailFieldId(Number(i))] = [words.errors.inRow(Number(i) + 1, error)];
  const input = read?.ok && Object.keys(fieldErrors).length === 0 ? read.input : null;
  return { input, fieldErrors: inPageOrder(fieldErrors, Object.keys(words.fields)), rowErrors };
}

/** Text that is too long was not read at all. */
export function pasteError(form: FormData): Errors {
  const { success, error } = meetingFields.pick({ people: true }).safeParse(Object.fromEntries(form));
  return success ? {} : z.flattenError(error, issueInWords).fieldErrors;
}

/** Errors by field in the order of the page; those of rows stand where the rows do. */
function inPageOrder<E>(errors: Record<string, E>, order: string[]): Record<string, E> {
  const place = (field: string) => (field.startsWith("p-") ? order.indexOf("people") + 0.5 : order.indexOf(field));
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => place(a) - place(b)));
}
