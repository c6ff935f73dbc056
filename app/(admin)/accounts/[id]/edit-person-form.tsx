"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { NameField, RoleField } from "../person-fields";

type Props = { action: FormAction; values: Record<string, string>; isSelf: boolean };

export function EditPersonForm({ action, values: initial, isSelf }: Props) {
  const { accounts, shell } = useWords();
  const [state, submit] = useActionState(action, {});
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={initial.id} />
      <NameField values={values} errors={errors} />
      {isSelf && (
        <Banner tone="warning" title={accounts.ownAccount.title}>
          {accounts.ownAccount.role}
        </Banner>
      )}
      <RoleField values={values} errors={errors} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel={shell.saving}>{shell.save}</SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
