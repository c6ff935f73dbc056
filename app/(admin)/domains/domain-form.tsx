"use client";

import { type ReactNode, useActionState } from "react";
import { FormErrors } from "@/app/_components/form-errors";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { AdvancedFields } from "./advanced-fields";
import { CredentialFields } from "./credential-fields";
import { DomainFields } from "./domain-fields";
import { MadeSecret, type MadeSecretState } from "./made-secret";

type Props = {
  action: FormAction<MadeSecretState>;
  /** What the fields hold first, by name. `id` becomes the domain's: the same form sent twice adds one domain. */
  values: Record<string, string>;
  submitLabel: string;
  /** Where to go once it was added. The page stays while a generated secret is shown. */
  next: "domain" | "setup";
  /** What stands around the form, for a page whose heading changes with it. */
  around?: (content: ReactNode, made: boolean) => ReactNode;
};

/**
 * Adds a domain with its credential. A generated secret comes back in the action's answer and nowhere else, so the
 * page around this form must not send the browser away by itself once the domain exists.
 */
export function DomainForm({ action, values: initial, submitLabel, next, around = (content) => content }: Props) {
  const { shell } = useWords();
  const [state, submit] = useActionState(action, {});
  const isSetup = next === "setup";
  if (state.made) return around(<MadeSecret made={state.made} wide={isSetup} />, true);
  const values = state.values ?? initial;
  const errors = state.fieldErrors ?? {};
  return around(
    <form action={submit} noValidate className="flex flex-col gap-8">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="next" value={next} />
      <DomainFields values={values} errors={errors} />
      <CredentialFields values={values} errors={errors} />
      <AdvancedFields values={values} errors={errors} />
      <SubmitButton pendingLabel={shell.saving} className={isSetup ? undefined : "self-start"}>
        {submitLabel}
      </SubmitButton>
    </form>,
    false,
  );
}
