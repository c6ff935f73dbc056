import { type ReactNode, useId } from "react";

type Props = { title: ReactNode; description?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A titled part of a page: words on the left, what they are about in a card on the right. */
export function Section({ title, description, actions, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-10 gap-y-3 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <div className="flex flex-col items-start gap-1">
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {description && <div className="max-w-prose text-ink-muted text-sm">{description}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
      <div className="flex min-w-0 flex-col gap-5 rounded-card border border-line bg-surface p-4 sm:p-5">
        {children}
      </div>
    </section>
  );
}
