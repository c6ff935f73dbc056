"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";

type Props = { action: FormAction; values: Record<string, string>; label: string; describedBy?: string };

/** A small button that says what came of it. */
export function ResendForm({ action, values, label, describedBy }: Props) {
  const [state, submit] = useActionState(action, {});
  const refusal = [...(state.formErrors ?? []), ...Object.values(state.fieldErrors ?? {}).flat()].join(" ");
  return (
    <form action={submit} className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:justify-end">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton size="small" tone="secondary" pendingLabel="Sending" aria-describedby={describedBy}>
        {label}
      </SubmitButton>
      <span role="status" className={refusal ? "text-danger text-sm" : "text-ink-muted text-sm"}>
        {refusal || state.notice}
      </span>
    </form>
  );
}
