import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { pageWords } from "@/app/_words/page-words";
import type { PageWords } from "@/lib/words/en/pages";
import type { ShownServer } from "./mail-settings-state";

/** Values of the environment: they can be seen here, and changed only there. */
export function SetBy({ variable, fields }: { variable: string; fields: { label: string; value: string }[] }) {
  return (
    <>
      <p className="text-ink-muted text-sm">{pageWords().mailSettings.environment(variable)}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        {fields.map(({ label, value }) => (
          <Field key={label} name={`${variable}-${label}`} label={label}>
            {({ id }) => <Input id={id} readOnly value={value} />}
          </Field>
        ))}
      </div>
    </>
  );
}

export const serverRows = ({ host, port, security, user }: ShownServer, words: PageWords["mailSettings"]["server"]) => [
  { label: words.host, value: host },
  { label: words.port, value: String(port) },
  { label: words.security, value: words.fromEnvironment[security] ?? security },
  { label: words.user, value: user ?? words.noUser },
];
