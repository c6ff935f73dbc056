"use client";

import { useActionState } from "react";
import { LinkButton } from "@/app/_components/button";
import { FormErrors } from "@/app/_components/form-errors";
import type { FormAction } from "@/lib/action";
import type { MeetingFormState } from "../form/form-state";
import { fieldLabels } from "../form/labels";
import { MeetingForm, type MeetingFormProps } from "../form/meeting-form";
import { SubmissionKey } from "./submission-key";

type Props = Pick<MeetingFormProps, "organiser" | "domains" | "timeZones"> & {
  action: FormAction<MeetingFormState>;
  /** What the fields hold first, by name. */
  initial: Record<string, string>;
};

export function NewMeetingForm({ action, initial, ...form }: Props) {
  const [state, submit] = useActionState<MeetingFormState, FormData>(action, { values: initial });
  const { submissionKey } = state.values ?? initial;
  return (
    <MeetingForm {...form} purpose="schedule" state={state} submit={submit}>
      <FormErrors
        state={state}
        labels={fieldLabels}
        action={
          state.savedBefore && (
            <LinkButton href={`/meetings/${state.savedBefore}`} size="small">
              Open the saved meeting
            </LinkButton>
          )
        }
      />
      <SubmissionKey key={submissionKey} value={submissionKey!} />
    </MeetingForm>
  );
}
