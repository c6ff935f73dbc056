"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

type Props = Omit<ComponentProps<typeof Button>, "type"> & { pendingLabel?: string };

export function SubmitButton({ children, pendingLabel, tone = "primary", ...button }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...button}
      type="submit"
      tone={tone}
      // Not `disabled`: that would drop the keyboard focus to the top of the page.
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : button.onClick?.(event))}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
