"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import type { TimeZoneGroup } from "@/app/_components/time-zones";
import type { FormAction } from "@/lib/action";
import { PasswordInput } from "../sign-in/password-input";

type Props = { action: FormAction; code: string; minPasswordLength: number; zones: TimeZoneGroup[] };

export function AdminForm({ action, code, minPasswordLength, zones }: Props) {
  const [state, submit] = useActionState(action, {});
  const { values, fieldErrors: errors = {} } = state;
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="code" value={code} />
      <Field name="name" label="Your name" hint="Shown in invitations and in the meeting." error={errors.name}>
        {(control) => <Input {...control} autoComplete="name" defaultValue={values?.name} />}
      </Field>
      <Field
        name="email"
        label="Email"
        hint="You sign in with it, and participants’ replies go to it."
        error={errors.email}
      >
        {(control) => <Input {...control} type="email" autoComplete="username" defaultValue={values?.email} />}
      </Field>
      <Field
        name="password"
        label="Password"
        hint={`At least ${minPasswordLength} characters. A few words in a row are easier to remember than symbols.`}
        error={errors.password}
      >
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </Field>
      <Field
        name="timeZone"
        label="Time zone"
        hint="Times are shown in it, and new meetings start with it."
        error={errors.timeZone}
      >
        {(control) => (
          <TimeZoneSelect {...control} groups={zones} detect={!values} defaultValue={values?.timeZone ?? "UTC"} />
        )}
      </Field>
      <SubmitButton pendingLabel="Creating your account">Create your account</SubmitButton>
    </form>
  );
}
