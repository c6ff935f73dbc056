import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import type { ShownServer } from "./mail-state";

/** Values of the environment: they can be seen here, and changed only there. */
export function SetBy({ variable, fields }: { variable: string; fields: { label: string; value: string }[] }) {
  return (
    <>
      <p className="text-ink-muted text-sm">
        Set by <code className="font-mono">{variable}</code> in the environment, which comes before what is entered
        here.
      </p>
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

const securityWords: Record<string, string> = {
  TLS: "TLS",
  STARTTLS: "STARTTLS",
  IF_OFFERED: "STARTTLS where the server offers it",
  NONE: "None",
};

export const serverRows = ({ host, port, security, user }: ShownServer) => [
  { label: "Server", value: host },
  { label: "Port", value: String(port) },
  { label: "Protection", value: securityWords[security] ?? security },
  { label: "User name", value: user ?? "none" },
];
