"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { Checkbox } from "@/app/_components/checkbox";
import { FieldError } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { CredentialFields } from "../../credential-fields";
import { MadeSecret, type MadeSecretState } from "../../made-secret";

type Props = {
  action: FormAction<MadeSecretState>;
  values: Record<string, string>;
  /** Links already mailed that the present credential signed. */
  links: number;
};

export function ReplaceCredentialForm({ action, values: initial, links }: Props) {
  const { domains, shell } = useWords();
  const words = domains.credential;
  const [state, submit] = useActionState(action, {});
  if (state.made) return <MadeSecret made={state.made} />;
  const values = state.values ?? initial;
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-8">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={initial.id} />
      <input type="hidden" name="credentialId" value={values.credentialId} />
      <WhatBreaks links={links} />
      <CredentialFields values={values} errors={errors} />
      <div className="flex flex-col gap-1.5">
        <Checkbox
          id="understood"
          name="understood"
          label={links > 0 ? words.confirmBreaking : words.confirm}
          defaultChecked={values.understood === "on"}
          aria-describedby={errors.understood && "understood-error"}
          aria-invalid={errors.understood ? true : undefined}
        />
        {errors.understood && <FieldError id="understood-error" errors={errors.understood} />}
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton tone={links > 0 ? "danger" : "primary"} pendingLabel={shell.saving}>
          {words.replace}
        </SubmitButton>
        <LinkButton href={`/domains/${initial.id}`}>{words.keep}</LinkButton>
      </div>
    </form>
  );
}

function WhatBreaks({ links }: { links: number }) {
  const words = useWords().domains.credential;
  if (links === 0) {
    return <Banner title={words.noLinks}>{words.signedWithNew}</Banner>;
  }
  return (
    <Banner tone="warning" title={words.breaks(links)}>
      {words.sendAgain}
    </Banner>
  );
}
