import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import { PasswordInput } from "../../sign-in/password-input";

type FormPart = { values: Record<string, string>; errors: Partial<Record<string, string[]>> };

export function NameField({ values, errors }: FormPart) {
  return (
    <Field name="name" label="Name" hint="Shown in invitations and in the meeting." error={errors.name}>
      {(control) => <Input {...control} autoComplete="off" defaultValue={values.name} />}
    </Field>
  );
}

export function RoleField({ values, errors }: FormPart) {
  return (
    <RadioCards
      name="role"
      legend="Role"
      error={errors.role}
      defaultValue={values.role}
      options={[
        { value: "ORGANISER", label: "Organiser", description: "Schedules meetings and sees only their own." },
        { value: "ADMIN", label: "Admin", description: "Also manages domains, people and the mailbox." },
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
