"use client";

import { useActionState, useMemo } from "react";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { FormErrors } from "@/app/_components/form-errors";
import type { FormAction } from "@/lib/action";
import { fieldLabels } from "../../form/labels";
import { MeetingForm, type MeetingFormProps } from "../../form/meeting-form";
import { ConflictNotice } from "./conflict-notice";
import type { EditState } from "./edit-state";
import { ReviewStep } from "./review-step";
import { useReviewEntry } from "./use-review-entry";

type Props = Pick<MeetingFormProps, "organiser" | "domains" | "timeZones"> & {
  meetingId: string;
  action: FormAction<EditState>;
  initial: EditState;
};

/** The form, and before anything is saved what would come of it: two faces of one form, so that nothing typed is lost. */
export function EditForm({ meetingId, action, initial, ...form }: Props) {
  const [state, submit] = useActionState<EditState, FormData>(action, initial);
  const { isLeft, back } = useReviewEntry(state, initial);
  // The same object as long as it is the same answer: another one would fill the fields anew.
  const typed = useMemo((): EditState => ({ ...state, review: undefined }), [state]);
  const { review, conflict, gone, notice } = isLeft ? typed : state;
  const unsaved = state !== initial;
  if (review) return <ReviewStep state={state} review={review} submit={submit} back={back} unsaved={unsaved} />;
  return (
    <MeetingForm {...form} purpose="change" state={typed} submit={submit} unsaved={unsaved}>
      <FormErrors state={typed} labels={fieldLabels} />
      {gone && (
        <div role="alert">
          <Banner
            tone="danger"
            title="The meeting was not changed"
            action={<LinkButton href={`/meetings/${meetingId}`}>Open the meeting</LinkButton>}
          >
            {gone}
          </Banner>
        </div>
      )}
      {conflict && <ConflictNotice conflict={conflict} meetingId={meetingId} />}
      <div role="status">{notice && <Banner tone="info">{notice}</Banner>}</div>
      <input type="hidden" name="meetingId" value={meetingId} />
      {/* Not `defaultValue`: what the server answers counts, also where the browser kept an older field. */}
      <input type="hidden" name="version" value={state.values?.version ?? ""} readOnly />
    </MeetingForm>
  );
}
