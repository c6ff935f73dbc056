import { Switch } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import type { FormPart } from "@/app/_components/form-part";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { pageWords } from "@/app/_words/page-words";

/** `staysDefault`: only another domain can take its place, so that there always is a default one. */
export function DomainFields({ values, errors, staysDefault }: FormPart & { staysDefault?: boolean }) {
  const words = pageWords().domains.fields;
  return (
    <div className="flex flex-col gap-5">
      <Field name="url" label={words.url} hint={words.urlHint} error={errors.url}>
        {(control) => (
          <Input {...control} inputMode="url" autoComplete="off" spellCheck={false} defaultValue={values.url} />
        )}
      </Field>
      <Field name="label" label={words.label} optional hint={words.labelHint} error={errors.label}>
        {(control) => <Input {...control} autoComplete="off" defaultValue={values.label} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Duration name="opensBefore" label={words.opensBefore} {...{ values, errors }} />
        <Duration name="closesAfter" label={words.closesAfter} {...{ values, errors }} />
      </div>
      <Switch
        id="isDefault"
        name="isDefault"
        label={words.isDefault}
        hint={staysDefault ? words.staysDefaultHint : words.isDefaultHint}
        disabled={staysDefault}
        defaultChecked={staysDefault || values.isDefault !== undefined}
      />
    </div>
  );
}

function Duration({ name, label, values, errors }: FormPart & { name: string; label: string }) {
  const words = pageWords().domains.fields;
  return (
    <Field name={name} label={label} error={errors[name]}>
      {(control) => (
        <div className="flex gap-2">
          <Input {...control} inputMode="numeric" autoComplete="off" className="max-w-24" defaultValue={values[name]} />
          <Select
            name={`${name}Unit`}
            aria-label={words.unitOf(label)}
            defaultValue={values[`${name}Unit`]}
            className="w-32"
          >
            <option value="minutes">{words.minutes}</option>
            <option value="hours">{words.hours}</option>
          </Select>
        </div>
      )}
    </Field>
  );
}
