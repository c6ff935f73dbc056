"use client";

import { type ReactNode, useState } from "react";
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
  /** Where what comes of it is shown in a tab of its own. */
  newTab?: boolean;
  /** Hidden inputs, or more to fill in. */
  children?: ReactNode;
};

/** Asks before it submits: in a dialog where scripts run, in an unfolding box where they do not. */
export function Confirm(props: Props) {
  const { label, title, description, tone, size } = props;
  const [open, setOpen] = useState(false);
  if (useHydrated()) {
    return (
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={title}
        description={description}
        trigger={
          <Button tone={tone} size={size}>
            {label}
          </Button>
        }
      >
        <ConfirmForm {...props} inDialog close={() => setOpen(false)} />
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

function ConfirmForm({ inDialog, close, ...props }: Props & { inDialog?: boolean; close?: () => void }) {
  const submit = (
    <SubmitButton tone={props.confirmTone ?? "danger"} pendingLabel={props.pendingLabel}>
      {props.confirmLabel}
    </SubmitButton>
  );
  return (
    <form
      action={props.action}
      method={typeof props.action === "string" ? "post" : undefined}
      target={props.newTab ? "_blank" : undefined}
      // Once the browser has taken what is in the form, which leaves the page with the dialog.
      onSubmit={props.newTab && close ? () => setTimeout(close) : undefined}
    >
      {props.children}
      {inDialog ? <DialogActions closeLabel={props.closeLabel}>{submit}</DialogActions> : submit}
    </form>
  );
}
