"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { PasswordInput } from "../../sign-in/password-input";

type Props = { action: FormAction; email: string; shortest: number };

export function PasswordForm({ action, email, shortest }: Props) {
  const words = useWords().account;
  const [state, submit] = useActionState(action, {});
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field name="currentPassword" label={words.currentPassword} error={errors.currentPassword}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" />}
      </Field>
      <Field
        name="newPassword"
        label={words.newPassword}
        hint={words.newPasswordHint(shortest)}
        error={errors.newPassword}
      >
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </Field>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton tone="secondary" pendingLabel={words.changing}>
          {words.changePassword}
        </SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
