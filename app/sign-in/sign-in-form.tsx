"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { useHydrated } from "@/app/_components/hydrated";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { PasswordInput } from "./password-input";

export function SignInForm({ action, next }: { action: FormAction; next: string | null }) {
  const words = useWords().signIn;
  const [state, submit] = useActionState(action, {});
  const hydrated = useHydrated();
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} title={state.formErrors?.length ? words.failed : words.missing} />
      {next && <input type="hidden" name="next" value={next} />}
      <input
        type="hidden"
        name="timeZone"
        value={hydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC"}
      />
      <Field name="email" label={words.email} error={errors.email}>
        {(control) => <Input {...control} type="email" autoComplete="username" defaultValue={state.values?.email} />}
      </Field>
      <Field name="password" label={words.password} error={errors.password}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" />}
      </Field>
      <SubmitButton pendingLabel={words.pending}>{words.title}</SubmitButton>
    </form>
  );
}
