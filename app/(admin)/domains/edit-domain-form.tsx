"use client";

import { useActionState } from "react";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";
import { AdvancedFields } from "./advanced-fields";
import { DomainFields } from "./domain-fields";

export function EditDomainForm({ action, values: initial }: { action: FormAction; values: Record<string, string> }) {
  const [state, submit] = useActionState(action, {});
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-8">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={initial.id} />
      <DomainFields values={values} errors={errors} staysDefault={initial.isDefault !== undefined} />
      <AdvancedFields values={values} errors={errors} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving">Save changes</SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
