"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { organiserAction } from "@/lib/action";
import type { Viewer } from "@/lib/auth";
import { longestRequest, meetingFields, planMeeting } from "@/lib/meetings/meeting-form";
import { type MeetingPlan, scheduleMeeting } from "@/lib/meetings/schedule";
import { checkRows } from "@/lib/participants/rows";
import { runtime } from "@/lib/runtime";
import { emailFieldId, type MeetingFormState } from "./form-state";
import { peopleOf } from "./people-state";

const anything = z.looseObject({});

/**
 * Saves the meeting. Without scripts the form also comes here to add or remove participants, and goes back as it is:
 * that is what `intent` says. The fields are checked inside, so that the rows come back with any error.
 */
export const saveMeetingAction = organiserAction<typeof anything, MeetingFormState>(
  anything,
  async (_, organiser, form) => {
    if (String(form.get("people") ?? "").length > longestRequest) return refuseLongText(form);
    const people = peopleOf(form, organiser.email);
    if (form.get("intent") !== "save") return { people };
    const checked = check(form, people.rows);
    if (people.rejected.length > 0) {
      checked.errors.people = ["Some of the text in the participants’ box could not be read. Correct it or delete it."];
    }
    if (!checked.ready || Object.keys(checked.errors).length > 0) return { people, fieldErrors: checked.errors };
    const refusal = await schedule(checked.ready, organiser);
    return { people, fieldErrors: refusal };
  },
  (form) => ({ people: peopleOf(form, "") }),
);

type Errors = Record<string, string[]>;
type Ready = { plan: MeetingPlan; submissionKey: string };

function check(form: FormData, rows: MeetingPlan["participants"]): { ready: Ready | null; errors: Errors } {
  const fields = meetingFields.safeParse(Object.fromEntries(form));
  const errors: Errors = fields.success ? {} : z.flattenError(fields.error).fieldErrors;
  const people = checkRows(rows);
  if (!people.ok) for (const [i, words] of Object.entries(people.errors)) errors[emailFieldId(Number(i))] = [words];
  if (!fields.success) return { ready: null, errors };
  const planned = planMeeting(fields.data, people.ok ? people.participants : rows, new Date());
  if (!planned.ok) return { ready: null, errors: { ...errors, ...planned.fieldErrors } };
  return { ready: { plan: planned.plan, submissionKey: fields.data.submissionKey }, errors };
}

async function schedule({ plan, submissionKey }: Ready, organiser: Viewer): Promise<Errors> {
  const { db, mailHost } = runtime();
  const result = await scheduleMeeting(db, { plan, organiser, submissionKey, mailHost, now: new Date() });
  if (result.ok) redirect(`/meetings/${result.meetingId}`);
  return { domainId: ["This domain can no longer be used. Choose another one."] };
}

function refuseLongText(form: FormData): MeetingFormState {
  const { rows } = peopleOf(withoutText(form), "");
  return {
    people: { rows, text: String(form.get("people")), rejected: [], note: "" },
    fieldErrors: { people: ["This is too much at once. Paste it in parts."] },
  };
}

function withoutText(form: FormData): FormData {
  const copy = new FormData();
  for (const [name, value] of form) if (name !== "people") copy.append(name, value);
  return copy;
}
