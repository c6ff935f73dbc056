import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

export function Unfold({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group/unfold min-w-0">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-control font-medium text-sm">
        <ChevronRight aria-hidden className="size-4 text-ink-muted transition-transform group-open/unfold:rotate-90" />
        {title}
      </summary>
      {children}
    </details>
  );
}
