/** What a colour says; the words beside it say the same, so that nobody depends on the colour. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const softTone: Record<Tone, string> = {
  neutral: "border-line bg-sunken text-ink-muted",
  info: "border-accent-line bg-accent-soft text-accent",
  success: "border-success-line bg-success-soft text-success",
  warning: "border-warning-line bg-warning-soft text-warning",
  danger: "border-danger-line bg-danger-soft text-danger",
};
