import { ChevronRight } from "lucide-react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import type { FormPart } from "./domain-fields";

/** Right for Debian's package and for docker as they come; unfolded where something else stands in them. */
export function AdvancedFields({ values, errors }: FormPart) {
  const open = Boolean(values.subject || values.audience || errors.subject || errors.audience);
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-control font-medium">
        <ChevronRight aria-hidden className="size-4 text-ink-muted transition-transform group-open:rotate-90" />
        Advanced: subject and audience
      </summary>
      <div className="mt-3 flex flex-col gap-5 border-line border-l-2 pl-4">
        <Field
          name="subject"
          label="Subject"
          optional
          hint="Who the tokens are for (sub). If left empty, the server’s host or the tenant in its address is used. Enter * for a server that serves several."
          error={errors.subject}
        >
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.subject} />}
        </Field>
        <Field
          name="audience"
          label="Audience"
          optional
          hint="Which service the tokens are meant for (aud). If left empty, jitsi is used. It matters only if the server lists the audiences it accepts."
          error={errors.audience}
        >
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.audience} />}
        </Field>
      </div>
    </details>
  );
}
