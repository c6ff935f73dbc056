"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";
import type { EditState } from "./actions";
import { AdvancedFields } from "./advanced-fields";
import { DomainFields } from "./domain-fields";

type Props = { action: FormAction<EditState>; values: Record<string, string> };

/** Asks a second time where the edit would break links that were mailed, with their number. */
export function EditDomainForm({ action, values: initial }: Props) {
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
        <SubmitButton tone={state.breaks === undefined ? "primary" : "danger"} pendingLabel="Saving">
          {state.breaks === undefined ? "Save changes" : "Save anyway"}
        </SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}

function WhatBreaks({ links }: { links: number }) {
  return (
    <div role="alert">
      <input type="hidden" name="knowingLinks" value={links} />
      <Banner
        tone="warning"
        title={`${links === 1 ? "One link already mailed stops" : `${links.toLocaleString("en")} links already mailed stop`} working with this change`}
      >
        They lead to the old address, or say what the Jitsi server will no longer accept. The pages of their meetings
        will offer to send new ones. Nothing is saved yet.
      </Banner>
    </div>
  );
}
