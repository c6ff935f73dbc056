"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { Checkbox } from "@/app/_components/checkbox";
import { FieldError } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { SubmitButton } from "@/app/_components/submit-button";
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
          label={
            links > 0 ? "I understand that these links stop working" : "I will change it on the Jitsi server as well"
          }
          defaultChecked={values.understood === "on"}
          aria-describedby={errors.understood && "understood-error"}
          aria-invalid={errors.understood ? true : undefined}
        />
        {errors.understood && <FieldError id="understood-error" errors={errors.understood} />}
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton tone={links > 0 ? "danger" : "primary"} pendingLabel="Saving">
          Replace credential
        </SubmitButton>
        <LinkButton href={`/domains/${initial.id}`}>Keep the current one</LinkButton>
      </div>
    </form>
  );
}

function WhatBreaks({ links }: { links: number }) {
  if (links === 0) {
    return (
      <Banner title="No mailed link depends on the current secret">
        Invitations that are not out yet are signed with the new one.
      </Banner>
    );
  }
  return (
    <Banner
      tone="warning"
      title={`${links === 1 ? "One link already mailed stops" : `${links.toLocaleString("en")} links already mailed stop`} working when the Jitsi server gets the new secret`}
    >
      Have the invitations resent from their meetings’ pages afterwards: each resent one carries a link that works.
      Invitations that are not out yet are signed with the new secret.
    </Banner>
  );
}
