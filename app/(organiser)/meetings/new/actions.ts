"use server";

import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { organiserAction } from "@/app/_words/actions";
import { pageWords } from "@/app/_words/page-words";
import { typedValues } from "@/lib/action";
import type { Viewer } from "@/lib/auth";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { runtime } from "@/lib/runtime";
import type { MeetingFormState } from "../form/form-state";
import { checkForm, pasteError, peopleOf } from "../form/submitted-form";

const fields = z.looseObject({ submissionKey: z.uuid(pageWords().meetingForm.errors.damaged) });

/**
 * Saves the meeting. Without scripts the form also comes here to add or remove participants, and goes back as it is:
 * that is what `intent` says. The fields are checked inside, so that the rows come back with any error.
 */
export const saveMeetingAction = organiserAction<typeof fields, MeetingFormState>(
  fields,
  async ({ submissionKey }, organiser, form) => {
    const people = peopleOf(form, organiser.email);
    if (form.get("intent") !== "save") return { people, fieldErrors: pasteError(form) };
    const { input, fieldErrors, rowErrors } = checkForm(form, people);
    if (!input) return { people: { ...people, errors: rowErrors }, fieldErrors };
    return { people, ...(await schedule({ input, submissionKey }, organiser, form)) };
  },
  (form) => ({ people: peopleOf(form, "") }),
);

async function schedule(
  { input, submissionKey }: { input: MeetingInput; submissionKey: string },
  organiser: Viewer,
  form: FormData,
): Promise<MeetingFormState> {
  const { db, mailHost } = runtime();
  const result = await scheduleMeeting(db, { input, organiser, submissionKey, mailHost, now: new Date() });
  if (result.ok) {
    const others = input.participants.filter(({ email }) => email !== organiser.email);
    redirect(`/meetings/${result.meetingId}?scheduled=${others.length + 1}`);
  }
  const words = pageWords().meetingForm.errors;
  if (result.reason === "submitted-before") {
    const values = { ...typedValues(form), submissionKey: randomUUID() };
    return { formErrors: [words.savedBefore], savedBefore: result.meetingId, values };
  }
  return { fieldErrors: { domainId: [words.domainGone] } };
}
