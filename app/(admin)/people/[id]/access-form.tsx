"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { FormErrors } from "@/app/_components/form-errors";
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
      <p>
        {disabled
          ? "They can sign in again with the password they had."
          : "They cannot sign in any more, and their sessions end at once. You can undo this."}
        {isSelf && !disabled && " This is your own account: you would be signed out."}
      </p>
      <SubmitButton tone={disabled ? "secondary" : "danger"} pendingLabel="Saving" className="self-start">
        {disabled ? "Enable account" : "Disable account"}
      </SubmitButton>
      <div role="status">{state.notice && <Banner tone="success">{state.notice}</Banner>}</div>
    </form>
  );
}
