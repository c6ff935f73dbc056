import { z } from "zod";
import { errorInWords, fieldErrorsInWords, issueInWords } from "@/app/_words/errors-in-words";
import { meetingFields, planMeeting, planWhen, whenFields } from "@/lib/meetings/meeting-form";
import type { MeetingPlan } from "@/lib/meetings/plan/desired-meeting";
import { checkRows } from "@/lib/participants/rows";
import { emailFieldId, type PeopleState } from "./form-state";
import { inPageOrder } from "./labels";

type Errors = Record<string, string[]>;
type Checked = { plan: MeetingPlan | null; fieldErrors: Errors; rowErrors: Record<number, string> };

/** Everything that is wrong at once, in the order of the form. */
export function checkForm(form: FormData, { rows, rejected }: PeopleState): Checked {
  const fields = meetingFields.safeParse(Object.fromEntries(form));
  const checked = checkRows(rows);
  const participants = checked.ok ? checked.participants : rows;
  const now = new Date();
  const planned = fields.success ? planMeeting(fields.data, participants, now) : null;
  const fieldErrors: Errors = fields.success ? {} : z.flattenError(fields.error, issueInWords).fieldErrors;
  if (planned && !planned.ok) Object.assign(fieldErrors, fieldErrorsInWords(planned.fieldErrors));
  // What is wrong with the time is said together with what is wrong elsewhere.
  const when = fields.success ? null : whenFields.safeParse(Object.fromEntries(form));
  if (when?.success) Object.assign(fieldErrors, fieldErrorsInWords(planWhen(when.data, now).fieldErrors));
  if (rejected.length > 0) fieldErrors.people = ["This text could not be read. Correct it or delete it."];
  const rowErrors: Record<number, string> = {};
  if (!checked.ok) for (const [i, error] of Object.entries(checked.errors)) rowErrors[Number(i)] = errorInWords(error);
  for (const [i, words] of Object.entries(rowErrors)) {
    fieldErrors[emailFieldId(Number(i))] = [`Participant ${Number(i) + 1}: ${words}`];
  }
  const plan = planned?.ok && Object.keys(fieldErrors).length === 0 ? planned.plan : null;
  return { plan, fieldErrors: inPageOrder(fieldErrors), rowErrors };
}

/** Text that is too long was not read at all. */
export function pasteError(form: FormData): Errors {
  const { success, error } = meetingFields.pick({ people: true }).safeParse(Object.fromEntries(form));
  return success ? {} : z.flattenError(error, issueInWords).fieldErrors;
}
