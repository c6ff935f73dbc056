"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import type { TimeZoneGroup } from "@/lib/time/zone-groups";
import { PasswordInput } from "../sign-in/password-input";

type Props = { action: FormAction; code: string; minPasswordLength: number; zones: TimeZoneGroup[] };

export function AdminForm({ action, code, minPasswordLength, zones }: Props) {
  const words = useWords().setup.admin;
  const [state, submit] = useActionState(action, {});
  const { values, fieldErrors: errors = {} } = state;
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="code" value={code} />
      <Field name="name" label={words.name} hint={words.nameHint} error={errors.name}>
        {(control) => <Input {...control} autoComplete="name" defaultValue={values?.name} />}
      </Field>
      <Field name="email" label={words.email} hint={words.emailHint} error={errors.email}>
        {(control) => <Input {...control} type="email" autoComplete="username" defaultValue={values?.email} />}
      </Field>
      <Field
        name="password"
        label={words.password}
        hint={words.passwordHint(minPasswordLength)}
        error={errors.password}
      >
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </Field>
      <Field name="timeZone" label={words.timeZone} hint={words.timeZoneHint} error={errors.timeZone}>
        {(control) => (
          <TimeZoneSelect {...control} groups={zones} detect={!values} defaultValue={values?.timeZone ?? "UTC"} />
        )}
      </Field>
      <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
