import type { ReactNode } from "react";
import { KeyMark } from "./logo";

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center rounded-card border border-line-strong/50 border-dashed px-6 py-12 text-center">
      <KeyMark className="size-10 text-accent" />
      <h2 className="mt-3 font-semibold text-base">{title}</h2>
      {children && <div className="mt-1 max-w-prose text-ink-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
