import { CircleAlert, CircleCheck, Clock, LoaderCircle, Minus } from "lucide-react";
import { classNames } from "@/app/_components/class-names";
import type { Tone } from "@/app/_components/tone";

const looks: Record<Tone, { icon: typeof Minus; className: string }> = {
  neutral: { icon: Minus, className: "text-ink-muted" },
  info: { icon: LoaderCircle, className: "text-ink-muted" },
  success: { icon: CircleCheck, className: "text-success" },
  warning: { icon: Clock, className: "text-warning" },
  danger: { icon: CircleAlert, className: "text-danger" },
};

/** What became of a mail: in words, with a sign for the eye. */
export function MailStateText({ tone, text }: { tone: Tone; text: string }) {
  const { icon: Icon, className } = looks[tone];
  return (
    <p className={classNames("flex gap-1.5", className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="wrap-anywhere min-w-0">{text}</span>
    </p>
  );
}
