"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import type { EditDomainState } from "./actions";
import { AdvancedFields } from "./advanced-fields";
import { DomainFields } from "./domain-fields";

type Props = { action: FormAction<EditDomainState>; values: Record<string, string> };

/** Asks a second time where the edit would break links that were mailed, with their number. */
export function EditDomainForm({ action, values: initial }: Props) {
  const { domains: words, shell } = useWords();
  const [state, submit] = useActionState(action, {});
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-8">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={initial.id} />
      <DomainFields values={values} errors={errors} staysDefault={initial.isDefault !== undefined} />
      <AdvancedFields values={values} errors={errors} />
      {state.breaks !== undefined && <WhatBreaks links={state.breaks} />}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton tone={state.breaks === undefined ? "primary" : "danger"} pendingLabel={shell.saving}>
          {state.breaks === undefined ? words.saveChanges : words.saveAnyway}
        </SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}

function WhatBreaks({ links }: { links: number }) {
  const words = useWords().domains.breaks;
  return (
    <div role="alert">
      <input type="hidden" name="knowingLinks" value={links} />
      <Banner tone="warning" title={words.title(links)}>
        {words.text}
      </Banner>
    </div>
  );
}
