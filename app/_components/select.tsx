import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./input";

export function Select({ className, ...select }: ComponentProps<"select">) {
  return (
    <span className={classNames("relative block min-w-0", className)}>
      <select
        // React resets a form after its action, but a select only to the value it was first given.
        key={String(select.defaultValue)}
        className={classNames(controlClass, "min-h-11 appearance-none truncate bg-surface pr-9")}
        {...select}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-muted"
      />
    </span>
  );
}
