import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** Shared by input, textarea and select. 16 px on a phone, or iOS zooms into the field. */
export const controlClass = classNames(
  "w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink sm:text-[0.9375rem]",
  "transition-colors placeholder:text-ink-muted hover:border-ink-muted",
  "focus-visible:border-accent focus-visible:outline-offset-0",
  "aria-invalid:border-danger aria-invalid:focus-visible:outline-danger",
  "[&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted",
);

export function Input({ className, type = "text", ...input }: ComponentProps<"input">) {
  return <input type={type} className={classNames(controlClass, "min-h-11", className)} {...input} />;
}
