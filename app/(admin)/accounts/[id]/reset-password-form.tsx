"use client";

import { useActionState } from "react";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";
import { PasswordField } from "../person-fields";

export function ResetPasswordForm({ action, id }: { action: FormAction; id: string }) {
  const [state, submit] = useActionState(action, {});
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={id} />
      <PasswordField
        errors={state.fieldErrors ?? {}}
        label="New password"
        hint="At least 12 characters. Their sessions end at once; hand it over yourself."
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton tone="secondary" pendingLabel="Setting">
          Set new password
        </SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
