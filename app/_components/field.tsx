import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { pageWords } from "@/app/_words/page-words";

/** What ties a control to its label, hint and error; spread it on the control. */
export type Control = { id: string; name: string; "aria-describedby"?: string; "aria-invalid"?: true };

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | string[];
  optional?: boolean;
  /** Only where two forms on a page use the same name. */
  id?: string;
  children: (control: Control) => ReactNode;
};

export function Field({ name, label, hint, error, optional, id = name, children }: Props) {
  const errors = [error ?? []].flat();
  const describedBy = [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {optional && <span className="font-normal text-ink-muted"> {pageWords().shell.optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 text-ink-muted text-sm">
          {hint}
        </p>
      )}
      {children({
        id,
        name,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": errors.length > 0 ? true : undefined,
      })}
      {errors.length > 0 && <FieldError id={`${id}-error`} errors={errors} />}
    </div>
  );
}

export function FieldError({ id, errors }: { id: string; errors: string[] }) {
  return (
    <p id={id} className="flex gap-1.5 text-danger text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{errors.join(" ")}</span>
    </p>
  );
}
