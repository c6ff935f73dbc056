import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import type { FormPart } from "./mail-state";
import { SecretInput } from "./secret-input";

type Props = FormPart & {
  kind: "smtp" | "imap";
  isPasswordSaved: boolean;
  /** What happens without one, under the first field. */
  hint: string;
};

const securities = {
  smtp: { TLS: "TLS (port 465)", STARTTLS: "STARTTLS (port 587)", NONE: "None, on this machine only" },
  imap: { TLS: "TLS (port 993)", STARTTLS: "STARTTLS (port 143)", NONE: "None, on this machine only" },
};

export function ServerFields({ kind, values, errors, version, isPasswordSaved, hint }: Props) {
  const name = (part: string) => `${kind}${part}`;
  const plain = (part: string) => ({ defaultValue: values[name(part)], autoComplete: "off", spellCheck: false });
  return (
    <>
      <Field name={name("Host")} label="Server" optional hint={hint} error={errors[name("Host")]}>
        {(control) => <Input {...control} {...plain("Host")} inputMode="url" />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name={name("Security")} label="Protection" error={errors[name("Security")]}>
          {(control) => (
            <Select {...control} defaultValue={values[name("Security")]}>
              {Object.entries(securities[kind]).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name={name("Port")} label="Port" optional error={errors[name("Port")]}>
          {(control) => <Input {...control} {...plain("Port")} inputMode="numeric" placeholder="usual" />}
        </Field>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name={name("User")} label="User name" optional={kind === "smtp"} error={errors[name("User")]}>
          {(control) => <Input {...control} {...plain("User")} />}
        </Field>
        <Field name={name("Password")} label="Password" optional={kind === "smtp"} error={errors[name("Password")]}>
          {(control) => <SecretInput key={version} control={control} isSaved={isPasswordSaved} />}
        </Field>
      </div>
      <Checkbox
        id={name("Unverified")}
        name={name("Unverified")}
        label="Do not check this server’s certificate"
        hint="Anybody between Latchkey and the server could then read all mails and the password. While this is on, every admin sees a warning on every page."
        defaultChecked={values[name("Unverified")] !== undefined}
      />
    </>
  );
}
