import { ChevronRight } from "lucide-react";
import { Field } from "@/app/_components/field";
import type { FormPart } from "@/app/_components/form-part";
import { Input } from "@/app/_components/input";
import { pageWords } from "@/app/_words/page-words";

/** Right for Debian's package and for docker as they come; unfolded where something else stands in them. */
export function AdvancedFields({ values, errors }: FormPart) {
  const words = pageWords().domains.fields;
  const open = Boolean(values.subject || values.audience || errors.subject || errors.audience);
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-control font-medium">
        <ChevronRight aria-hidden className="size-4 text-ink-muted transition-transform group-open:rotate-90" />
        {words.advanced}
      </summary>
      <div className="mt-3 flex flex-col gap-5 border-line border-l-2 pl-4">
        <Field name="subject" label={words.subject} optional hint={words.subjectHint} error={errors.subject}>
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.subject} />}
        </Field>
        <Field name="audience" label={words.audience} optional hint={words.audienceHint} error={errors.audience}>
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.audience} />}
        </Field>
      </div>
    </details>
  );
}
