"use client";

import { useActionState } from "react";
import { classNames } from "@/app/_components/class-names";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";

type Props = {
  action: FormAction;
  values: Record<string, string>;
  label: string;
  describedBy?: string;
  /** Without its button the form stays, for what it has to say. */
  usable?: boolean;
  /** What came of it meanwhile, in place of the first notice. */
  outcome?: string;
};

/** A small button that says what came of it. */
export function ResendForm({ action, values, label, describedBy, usable = true, outcome }: Props) {
  const { sending } = useWords().deliveries.again;
  const [state, submit] = useActionState(action, {});
  const refusal = [...(state.formErrors ?? []), ...Object.values(state.fieldErrors ?? {}).flat()].join(" ");
  const underWay = Boolean(state.notice) && !outcome;
  return (
    <form action={submit} className="flex flex-col items-end gap-1">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {(usable || underWay) && (
        <SubmitButton size="small" tone="secondary" pendingLabel={sending} aria-describedby={describedBy}>
          {label}
        </SubmitButton>
      )}
      <span role="status" className={classNames("text-right text-sm", refusal ? "text-danger" : "text-ink-muted")}>
        {refusal || (state.notice && (outcome ?? state.notice))}
      </span>
    </form>
  );
}
