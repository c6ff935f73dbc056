"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonTone } from "./button";

type Props = { intent: string; label: ReactNode; pendingLabel: string; tone?: ButtonTone };

/** One of several buttons of a form: only the one that was pressed says that it works. */
export function IntentButton({ intent, label, pendingLabel, tone = "secondary" }: Props) {
  const { pending, data } = useFormStatus();
  const mine = pending && data?.get("intent") === intent;
  return (
    <Button
      type="submit"
      name="intent"
      value={intent}
      tone={tone}
      // Not `disabled`: that would drop the keyboard focus to the top of the page.
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {mine && <LoaderCircle aria-hidden className="animate-spin" />}
      {mine ? pendingLabel : label}
    </Button>
  );
}
