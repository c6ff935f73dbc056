"use client";

import { useActionState, useEffect, useMemo, useRef, useState } from "react";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { FormErrors } from "@/app/_components/form-errors";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { MeetingForm, type MeetingFormProps } from "../../form/meeting-form";
import { ReviewStep } from "../review/review-step";
import { ConflictNotice } from "./conflict-notice";
import type { EditState } from "./edit-state";

type Props = Pick<MeetingFormProps, "organiser" | "domains" | "timeZones"> & {
  meetingId: string;
  action: FormAction<EditState>;
  initial: EditState;
};

/** The form, and before anything is saved what would come of it: two faces of one form, so that nothing typed is lost. */
export function EditForm({ meetingId, action, initial, ...form }: Props) {
  const [state, submit] = useActionState<EditState, FormData>(action, initial);
  const { isLeft, back } = useReviewEntry(state, initial);
  const words = useWords();
  // The same object as long as it is the same answer: another one would fill the fields anew.
  const typed = useMemo((): EditState => ({ ...state, review: undefined }), [state]);
  const { review, conflict, ended, notice } = isLeft ? typed : state;
  const unsaved = state !== initial;
  if (review) return <ReviewStep state={state} review={review} submit={submit} back={back} unsaved={unsaved} />;
  const { refused } = words.review;
  return (
    <MeetingForm {...form} purpose="change" state={typed} submit={submit} unsaved={unsaved}>
      <FormErrors state={typed} labels={words.meetingForm.fields} />
      {ended && (
        <div role="alert">
          <Banner
            tone="danger"
            title={refused.title}
            action={<LinkButton href={`/meetings/${meetingId}`}>{refused.open}</LinkButton>}
          >
            {refused[ended]}
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

/**
 * The review that was asked for gets an entry of its own in the browser's history, so that Back leads to the form with all
 * that was typed, and not out of it.
 * @returns whether the review was left for the form, and the way there for its button; null where there is no such entry
 */
function useReviewEntry(state: EditState, initial: EditState) {
  const [left, setLeft] = useState<EditState>();
  const entered = useRef(false);
  const isLeft = left === state;
  const isAsked = Boolean(state.review) && state !== initial && !isLeft;
  useEffect(() => {
    if (!isAsked || entered.current) return;
    window.history.pushState(null, "", window.location.href);
    entered.current = true;
  }, [isAsked]);
  useEffect(() => {
    const leave = () => {
      entered.current = false;
      setLeft(state);
    };
    window.addEventListener("popstate", leave);
    return () => window.removeEventListener("popstate", leave);
  }, [state]);
  return { isLeft, back: isAsked ? () => window.history.back() : null };
}
