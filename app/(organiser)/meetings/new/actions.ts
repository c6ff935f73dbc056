"use server";

import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { organiserAction, typedValues } from "@/lib/action";
import type { Viewer } from "@/lib/auth";
import { meetingFields, planMeeting } from "@/lib/meetings/meeting-form";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import type { MeetingPlan } from "@/lib/meetings/wanted";
import { checkRows } from "@/lib/participants/rows";
import { runtime } from "@/lib/runtime";
import { emailFieldId, type MeetingFormState, type PeopleState } from "./form-state";
import { peopleOf } from "./people-of";

const anything = z.looseObject({});

const savedBefore =
  "A meeting was saved from this form already, with other contents. It stays as it is. To schedule another one with what you see here, send the form again.";

/**
 * Saves the meeting. Without scripts the form also comes here to add or remove participants, and goes back as it is:
 * that is what `intent` says. The fields are checked inside, so that the rows come back with any error.
 */
export const saveMeetingAction = organiserAction<typeof anything, MeetingFormState>(
  anything,
  async (_, organiser, form) => {
    const people = peopleOf(form, organiser.email);
    if (form.get("intent") !== "save") return { people, fieldErrors: pasteError(form) };
    const { ready, fieldErrors, rowErrors } = check(form, people);
    if (!ready) return { people: { ...people, errors: rowErrors }, fieldErrors };
    return { people, ...(await schedule(ready, organiser, form)) };
  },
  (form) => ({ people: peopleOf(form, "") }),
);

type Errors = Record<string, string[]>;
type Ready = { plan: MeetingPlan; submissionKey: string };
type Checked = { ready: Ready | null; fieldErrors: Errors; rowErrors: Record<number, string> };

/** Everything that is wrong at once, in the order of the form. */
function check(form: FormData, { rows, rejected }: PeopleState): Checked {
  const fields = meetingFields.safeParse(Object.fromEntries(form));
  const checked = checkRows(rows);
  const participants = checked.ok ? checked.participants : rows;
  const planned = fields.success ? planMeeting(fields.data, participants, new Date()) : null;
  const fieldErrors: Errors = fields.success ? {} : z.flattenError(fields.error).fieldErrors;
  if (planned && !planned.ok) Object.assign(fieldErrors, planned.fieldErrors);
  if (rejected.length > 0) fieldErrors.people = ["This text could not be read. Correct it or delete it."];
  const rowErrors = checked.ok ? {} : checked.errors;
  for (const [i, words] of Object.entries(rowErrors)) {
    fieldErrors[emailFieldId(Number(i))] = [`Participant ${Number(i) + 1}: ${words}`];
  }
  const ready =
    fields.success && planned?.ok && Object.keys(fieldErrors).length === 0
      ? { plan: planned.plan, submissionKey: fields.data.submissionKey }
      : null;
  return { ready, fieldErrors, rowErrors };
}

/** Text that is too long was not read at all. */
function pasteError(form: FormData): Errors {
  const { success, error } = meetingFields.pick({ people: true }).safeParse(Object.fromEntries(form));
  return success ? {} : z.flattenError(error).fieldErrors;
}

async function schedule({ plan, submissionKey }: Ready, organiser: Viewer, form: FormData): Promise<MeetingFormState> {
  const { db, mailHost } = runtime();
  const result = await scheduleMeeting(db, { plan, organiser, submissionKey, mailHost, now: new Date() });
  if (result.ok) redirect(`/meetings/${result.meetingId}`);
  if (result.reason === "submitted-before") {
    const values = { ...typedValues(form), submissionKey: randomUUID() };
    return { formErrors: [savedBefore], savedBefore: result.meetingId, values };
  }
  return { fieldErrors: { domainId: ["This domain can no longer be used. Choose another one."] } };
}
