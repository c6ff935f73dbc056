import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = {
  items: { term: string; detail: ReactNode }[];
  /** Each name above its fact, where there is little width. */
  stacked?: boolean;
};

/** Facts about one thing, each with its name. */
export function DataList({ items, stacked }: Props) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, detail }) => (
        <div
          key={term}
          className={classNames(
            "grid gap-x-6 py-2.5 first:pt-0 last:pb-0",
            !stacked && "sm:grid-cols-[10rem_minmax(0,1fr)]",
          )}
        >
          <dt className={classNames("text-ink-muted", stacked ? "text-sm" : "phone:text-sm")}>{term}</dt>
          <dd className="wrap-anywhere min-w-0">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
