import type { ComponentProps } from "react";
import { Link } from "@/app/_components/link";
import { classNames } from "./class-names";

export type ButtonTone = "primary" | "secondary" | "quiet" | "caution" | "danger";
export type ButtonSize = "normal" | "small";

type Look = { tone?: ButtonTone; size?: ButtonSize; className?: string };

const tones: Record<ButtonTone, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink shadow-xs hover:border-ink-muted hover:bg-sunken",
  quiet: "border-transparent text-ink-muted hover:bg-sunken hover:text-ink",
  /** Leads to something that cannot simply be taken back; the step that does it is `danger`. */
  caution: "border-danger-line bg-surface text-danger hover:border-danger hover:bg-danger-soft",
  danger: "border-transparent bg-danger-solid text-on-danger hover:bg-danger-solid-strong",
};

const sizes: Record<ButtonSize, string> = {
  normal: "min-h-11 px-4",
  // Looks 36 px high in a dense row; the invisible rim keeps the target at 44 px.
  small: "relative min-h-9 px-3 text-sm after:absolute after:-inset-1 after:content-['']",
};

/** The look of a button, for the few elements that are none (a summary, a radix trigger). */
export function buttonClass({ tone = "secondary", size = "normal", className }: Look = {}): string {
  return classNames(
    "inline-flex select-none items-center justify-center gap-2 rounded-control border text-center font-medium",
    "transition-colors [&_svg]:size-4 [&_svg]:shrink-0",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress",
    tones[tone],
    sizes[size],
    className,
  );
}

export function Button({ tone, size, className, type = "button", ...button }: Look & ComponentProps<"button">) {
  return <button type={type} className={buttonClass({ tone, size, className })} {...button} />;
}

export function LinkButton({ tone, size, className, ...link }: Look & ComponentProps<typeof Link>) {
  return <Link className={buttonClass({ tone, size, className })} {...link} />;
}
