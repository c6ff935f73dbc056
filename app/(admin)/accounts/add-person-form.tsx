"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { NameField, PasswordField, RoleField } from "./person-fields";

export function AddPersonForm({ action, shortest }: { action: FormAction; shortest: number }) {
  const words = useWords().accounts;
  const [state, submit] = useActionState(action, {});
  const values = state.values ?? { role: "ORGANISER" };
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <NameField values={values} errors={errors} />
      <Field name="email" label={words.fields.email} hint={words.fields.emailHint} error={errors.email}>
        {(control) => <Input {...control} inputMode="email" autoComplete="off" defaultValue={values.email} />}
      </Field>
      <RoleField values={values} errors={errors} />
      <PasswordField
        errors={errors}
        label={words.fields.firstPassword}
        hint={words.fields.firstPasswordHint(shortest)}
      />
      <SubmitButton pendingLabel={words.adding} className="self-start">
        {words.add}
      </SubmitButton>
    </form>
  );
}
