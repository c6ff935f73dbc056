"use client";

import { type ReactNode, useActionState } from "react";
import { useWords } from "@/app/_words/use-words";
import type { FormAction, FormState } from "@/lib/action";
import { FormErrors } from "./form-errors";
import { SavedNotice } from "./saved-notice";
import { SubmitButton } from "./submit-button";

type Values = Record<string, string>;

type Props = {
  action: FormAction;
  /** As they are stored. */
  values: Values;
  submitLabel?: string;
  children: (values: Values, errors: NonNullable<FormState["fieldErrors"]>) => ReactNode;
};

/** A form that stays on the page when it is saved. */
export function SettingsForm({ action, values: stored, submitLabel, children }: Props) {
  const words = useWords().shell;
  const [state, submit] = useActionState(action, {});
  // Once saved, the fields show what was stored: names are cleaned on the way.
  const values = state.notice ? stored : (state.values ?? stored);
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      {children(values, state.fieldErrors ?? {})}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel={words.saving}>{submitLabel ?? words.save}</SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
