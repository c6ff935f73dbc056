"use client";

import { useActionState } from "react";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";

type Props = { action: FormAction; id: string; disabled: boolean; isSelf: boolean };

export function AccessForm({ action, id, disabled, isSelf }: Props) {
  const [state, submit] = useActionState(action, {});
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormErrors state={state} title="That was not done" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="disabled" value={disabled ? "no" : "yes"} />
      <p>{consequence(disabled, isSelf)}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton tone={disabled ? "secondary" : "danger"} pendingLabel="Saving">
          {disabled ? "Enable account" : "Disable account"}
        </SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}

function consequence(disabled: boolean, isSelf: boolean): string {
  if (disabled) return "They can sign in again with the password they had.";
  if (isSelf) return "This is your own account: you would be signed out at once, and only another admin can undo it.";
  return "They cannot sign in any more, and their sessions end at once. You can undo this.";
}
