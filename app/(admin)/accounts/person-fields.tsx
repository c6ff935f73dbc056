import { Field } from "@/app/_components/field";
import type { FormPart } from "@/app/_components/form-part";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import { pageWords } from "@/app/_words/page-words";
import { PasswordInput } from "../../sign-in/password-input";

export function NameField({ values, errors }: FormPart) {
  const words = pageWords().accounts.fields;
  return (
    <Field name="name" label={words.name} hint={words.nameHint} error={errors.name}>
      {(control) => <Input {...control} autoComplete="off" defaultValue={values.name} />}
    </Field>
  );
}

export function RoleField({ values, errors }: FormPart) {
  const { fields: words, roles } = pageWords().accounts;
  return (
    <RadioCards
      name="role"
      legend={words.role}
      error={errors.role}
      defaultValue={values.role}
      options={[
        { value: "ORGANISER", label: roles.ORGANISER, description: words.organiserHint },
        { value: "ADMIN", label: roles.ADMIN, description: words.adminHint },
      ]}
    />
  );
}

export function PasswordField({ errors, label, hint }: Pick<FormPart, "errors"> & { label: string; hint: string }) {
  return (
    <Field name="password" label={label} hint={hint} error={errors.password}>
      {(control) => <PasswordInput {...control} autoComplete="new-password" />}
    </Field>
  );
}
