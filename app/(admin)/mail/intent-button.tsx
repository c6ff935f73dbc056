"use client";

import { LoaderCircle } from "lucide-react";
import { useFormStatus } from "react-dom";
import { Button } from "@/app/_components/button";

type Props = { intent: string; label: string; pendingLabel: string; primary?: boolean };

/** One of several buttons of a form: only the one that was pressed says that it works. */
export function IntentButton({ intent, label, pendingLabel, primary }: Props) {
  const { pending, data } = useFormStatus();
  const mine = pending && (data?.get("intent") ?? "save") === intent;
  return (
    <Button
      type="submit"
      name="intent"
      value={intent}
      tone={primary ? "primary" : "secondary"}
      // Not `disabled`: that would drop the keyboard focus to the top of the page.
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {mine && <LoaderCircle aria-hidden className="animate-spin" />}
      {mine ? pendingLabel : label}
    </Button>
  );
}
