"use client";

import { useActionState } from "react";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { PasswordField } from "../person-fields";

export function ResetPasswordForm({ action, id, shortest }: { action: FormAction; id: string; shortest: number }) {
  const words = useWords().accounts;
  const [state, submit] = useActionState(action, {});
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={id} />
      <PasswordField
        errors={state.fieldErrors ?? {}}
        label={words.fields.newPassword}
        hint={words.fields.newPasswordHint(shortest)}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton tone="secondary" pendingLabel={words.setting}>
          {words.setPassword}
        </SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
