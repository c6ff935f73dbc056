import { Switch } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";

export type FormPart = { values: Record<string, string>; errors: Partial<Record<string, string[]>> };

/** `staysDefault`: only another domain can take its place, so that there always is a default one. */
export function DomainFields({ values, errors, staysDefault }: FormPart & { staysDefault?: boolean }) {
  return (
    <div className="flex flex-col gap-5">
      <Field
        name="url"
        label="Address of the Jitsi server"
        hint="For example meet.example.org, or https://meet.example.org/tenant"
        error={errors.url}
      >
        {(control) => (
          <Input {...control} inputMode="url" autoComplete="off" spellCheck={false} defaultValue={values.url} />
        )}
      </Field>
      <Field
        name="label"
        label="Name"
        optional
        hint="What organisers see when they choose a domain. If left empty, the address is shown."
        error={errors.label}
      >
        {(control) => <Input {...control} autoComplete="off" defaultValue={values.label} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Duration name="opensBefore" label="Links open before the start" {...{ values, errors }} />
        <Duration name="closesAfter" label="Links still work after the end" {...{ values, errors }} />
      </div>
      <Switch
        id="isDefault"
        name="isDefault"
        label="Default domain"
        hint={
          staysDefault
            ? "Preselected when a meeting is scheduled, until you make another domain the default."
            : "Preselected when a meeting is scheduled."
        }
        disabled={staysDefault}
        defaultChecked={staysDefault || values.isDefault !== undefined}
      />
    </div>
  );
}

function Duration({ name, label, values, errors }: FormPart & { name: string; label: string }) {
  return (
    <Field name={name} label={label} error={errors[name]}>
      {(control) => (
        <div className="flex gap-2">
          <Input {...control} inputMode="numeric" autoComplete="off" className="max-w-24" defaultValue={values[name]} />
          <Select
            name={`${name}Unit`}
            aria-label={`${label}: unit`}
            defaultValue={values[`${name}Unit`]}
            className="w-32"
          >
            <option value="minutes">minutes</option>
            <option value="hours">hours</option>
          </Select>
        </div>
      )}
    </Field>
  );
}
