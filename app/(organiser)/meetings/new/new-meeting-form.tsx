"use client";

import { useActionState, useEffect, useState } from "react";
import { LinkButton } from "@/app/_components/button";
import { FormErrors } from "@/app/_components/form-errors";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import type { MeetingFormState } from "../form/form-state";
import { MeetingForm, type MeetingFormProps } from "../form/meeting-form";

type Props = Pick<MeetingFormProps, "organiser" | "domains" | "timeZones"> & {
  action: FormAction<MeetingFormState>;
  /** What the fields hold first, by name. */
  initial: Record<string, string>;
};

export function NewMeetingForm({ action, initial, ...form }: Props) {
  const words = useWords().meetingForm;
  const [state, submit] = useActionState<MeetingFormState, FormData>(action, { values: initial });
  const { submissionKey } = state.values ?? initial;
  return (
    <MeetingForm {...form} purpose="schedule" state={state} submit={submit}>
      <FormErrors
        state={state}
        labels={words.fields}
        action={
          state.savedBefore && (
            <LinkButton href={`/meetings/${state.savedBefore}`} size="small">
              {words.errors.openSaved}
            </LinkButton>
          )
        }
      />
      <SubmissionKey key={submissionKey} value={submissionKey!} />
    </MeetingForm>
  );
}

/**
 * The same submission twice is one meeting. Where scripts run, the form gets a key of its own each time it appears:
 * a browser going back shows the page it knows, with the key of the meeting that was saved from it.
 */
function SubmissionKey({ value }: { value: string }) {
  const [fresh, setFresh] = useState<string>();
  useEffect(() => setFresh(randomUuid()), []);
  return <input type="hidden" name="submissionKey" value={fresh ?? value} readOnly />;
}

/** `crypto.randomUUID` exists on https and localhost only. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
