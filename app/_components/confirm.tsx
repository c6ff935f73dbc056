"use client";

import type { ReactNode } from "react";
import { Button, type ButtonSize, type ButtonTone, buttonClass } from "./button";
import { Dialog, DialogActions } from "./dialog";
import { useHydrated } from "./hydrated";
import { SubmitButton } from "./submit-button";

type Props = {
  label: ReactNode;
  title: string;
  description: ReactNode;
  confirmLabel: string;
  pendingLabel?: string;
  closeLabel?: string;
  tone?: ButtonTone;
  size?: ButtonSize;
  confirmTone?: ButtonTone;
  action: string | ((form: FormData) => void | Promise<void>);
  /** Hidden inputs, or more to fill in. */
  children?: ReactNode;
};

/** Asks before it submits: in a dialog where scripts run, in an unfolding box where they do not. */
export function Confirm(props: Props) {
  const { label, title, description, tone, size } = props;
  if (useHydrated()) {
    return (
      <Dialog
        title={title}
        description={description}
        trigger={
          <Button tone={tone} size={size}>
            {label}
          </Button>
        }
      >
        <ConfirmForm {...props} inDialog />
      </Dialog>
    );
  }
  return (
    <details>
      <summary className={buttonClass({ tone, size })}>{label}</summary>
      <div className="mt-2 flex max-w-prose flex-col gap-3 rounded-card border border-line bg-surface p-4">
        <p className="font-semibold">{title}</p>
        <div className="text-ink-muted">{description}</div>
        <ConfirmForm {...props} />
      </div>
    </details>
  );
}

function ConfirmForm({ inDialog, ...props }: Props & { inDialog?: boolean }) {
  const submit = (
    <SubmitButton tone={props.confirmTone ?? "danger"} pendingLabel={props.pendingLabel}>
      {props.confirmLabel}
    </SubmitButton>
  );
  return (
    <form action={props.action} method={typeof props.action === "string" ? "post" : undefined}>
      {props.children}
      {inDialog ? <DialogActions closeLabel={props.closeLabel}>{submit}</DialogActions> : submit}
    </form>
  );
}
