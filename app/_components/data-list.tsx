import type { ReactNode } from "react";

/** Facts about one thing, each with its name. */
export function DataList({ items }: { items: { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, detail }) => (
        <div key={term} className="grid gap-x-6 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="text-ink-muted phone:text-sm">{term}</dt>
          <dd className="wrap-anywhere min-w-0">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
