"use server";

import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { organiserAction } from "@/app/_words/actions";
import { typedValues } from "@/lib/action";
import type { Viewer } from "@/lib/auth";
import type { MeetingPlan } from "@/lib/meetings/plan/desired-meeting";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { runtime } from "@/lib/runtime";
import { checkForm, pasteError } from "../form/check-form";
import type { MeetingFormState } from "../form/form-state";
import { peopleOf } from "../form/people-of";

const fields = z.looseObject({ submissionKey: z.uuid("This form is damaged. Please load the page again.") });

const savedBefore =
  "A meeting was saved from this form already, with other contents. It stays as it is. To schedule another one with what you see here, send the form again.";

/**
 * Saves the meeting. Without scripts the form also comes here to add or remove participants, and goes back as it is:
 * that is what `intent` says. The fields are checked inside, so that the rows come back with any error.
 */
export const saveMeetingAction = organiserAction<typeof fields, MeetingFormState>(
  fields,
  async ({ submissionKey }, organiser, form) => {
    const people = peopleOf(form, organiser.email);
    if (form.get("intent") !== "save") return { people, fieldErrors: pasteError(form) };
    const { plan, fieldErrors, rowErrors } = checkForm(form, people);
    if (!plan) return { people: { ...people, errors: rowErrors }, fieldErrors };
    return { people, ...(await schedule({ plan, submissionKey }, organiser, form)) };
  },
  (form) => ({ people: peopleOf(form, "") }),
);

async function schedule(
  { plan, submissionKey }: { plan: MeetingPlan; submissionKey: string },
  organiser: Viewer,
  form: FormData,
): Promise<MeetingFormState> {
  const { db, mailHost } = runtime();
  const result = await scheduleMeeting(db, { plan, organiser, submissionKey, mailHost, now: new Date() });
  if (result.ok) {
    const others = plan.participants.filter(({ email }) => email !== organiser.email);
    redirect(`/meetings/${result.meetingId}?scheduled=${others.length + 1}`);
  }
  if (result.reason === "submitted-before") {
    const values = { ...typedValues(form), submissionKey: randomUUID() };
    return { formErrors: [savedBefore], savedBefore: result.meetingId, values };
  }
  return { fieldErrors: { domainId: ["This domain can no longer be used. Choose another one."] } };
}
