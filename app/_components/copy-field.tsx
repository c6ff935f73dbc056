import { type ReactNode, useId } from "react";
import { CopyButton } from "./copy-button";
import { controlClass } from "./input";

/** A value to take elsewhere: selectable without scripts, one click with them. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          readOnly
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className={`${controlClass} min-h-11 font-mono sm:text-sm`}
        />
        <CopyButton text={value} />
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
