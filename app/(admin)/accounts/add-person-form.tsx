"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";
import { NameField, PasswordField, RoleField } from "./person-fields";

export function AddPersonForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, {});
  const values = state.values ?? { role: "ORGANISER" };
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <NameField values={values} errors={errors} />
      <Field name="email" label="Email" hint="They sign in with it." error={errors.email}>
        {(control) => <Input {...control} inputMode="email" autoComplete="off" defaultValue={values.email} />}
      </Field>
      <RoleField values={values} errors={errors} />
      <PasswordField
        errors={errors}
        label="First password"
        hint="At least 12 characters. No mail is sent: hand it over yourself, and ask them to change it under “Your account”."
      />
      <SubmitButton pendingLabel="Adding" className="self-start">
        Add person
      </SubmitButton>
    </form>
  );
}
