import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { pageWords } from "@/app/_words/page-words";
import type { MailFormPart } from "./mail-settings-state";
import { SecretInput } from "./secret-input";

type Props = MailFormPart & {
  kind: "smtp" | "imap";
  isPasswordSaved: boolean;
  /** What happens without one, under the first field. */
  hint: string;
};

export function ServerFields({ kind, values, errors, version, isPasswordSaved, hint }: Props) {
  const words = pageWords().mailSettings.server;
  const name = (part: string) => `${kind}${part}`;
  const plain = (part: string) => ({ defaultValue: values[name(part)], autoComplete: "off", spellCheck: false });
  return (
    <>
      <Field name={name("Host")} label={words.host} optional hint={hint} error={errors[name("Host")]}>
        {(control) => <Input {...control} {...plain("Host")} inputMode="url" />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name={name("Security")} label={words.security} error={errors[name("Security")]}>
          {(control) => (
            <Select {...control} defaultValue={values[name("Security")]}>
              {Object.entries(words[kind]).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name={name("Port")} label={words.port} optional error={errors[name("Port")]}>
          {(control) => <Input {...control} {...plain("Port")} inputMode="numeric" placeholder={words.usualPort} />}
        </Field>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name={name("User")} label={words.user} optional={kind === "smtp"} error={errors[name("User")]}>
          {(control) => <Input {...control} {...plain("User")} />}
        </Field>
        <Field
          name={name("Password")}
          label={words.password}
          optional={kind === "smtp"}
          error={errors[name("Password")]}
        >
          {(control) => <SecretInput key={version} control={control} isSaved={isPasswordSaved} />}
        </Field>
      </div>
      <Checkbox
        id={name("Unverified")}
        name={name("Unverified")}
        label={words.unverified}
        hint={words.unverifiedHint}
        defaultChecked={values[name("Unverified")] !== undefined}
      />
    </>
  );
}
