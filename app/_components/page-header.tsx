import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/app/_components/link";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
};

export function PageHeader({ title, description, badge, actions, back }: Props) {
  return (
    <div className="flex flex-col gap-1">
      {back && (
        <Link
          href={back.href}
          className="-my-1 inline-flex min-h-11 max-w-full items-center gap-1.5 self-start text-ink-muted text-sm hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4 shrink-0" />
          <span className="truncate">{back.label}</span>
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-prose">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="wrap-anywhere font-semibold text-2xl tracking-tight">{title}</h1>
            {badge}
          </div>
          {description && <div className="mt-1 text-ink-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-start gap-2">{actions}</div>}
      </div>
    </div>
  );
}
