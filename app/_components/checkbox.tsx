import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

function Toggle({ label, hint, className, inputClass, ...input }: Props & { inputClass: string }) {
  const hintId = hint ? `${input.id ?? input.name}-hint` : undefined;
  return (
    <div className={classNames("flex flex-col", className)}>
      <label className="flex min-h-11 items-start gap-3 py-2.5">
        <input
          key={String(input.defaultChecked)}
          type="checkbox"
          aria-describedby={hintId}
          className={inputClass}
          {...input}
        />
        <span className="font-medium">{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="-mt-1.5 text-ink-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}

export function Checkbox(props: Props) {
  return <Toggle {...props} inputClass="mt-px size-5 shrink-0 accent-accent" />;
}

/** A checkbox that looks and is announced as a switch; it takes effect when its form is saved. */
export function Switch(props: Props) {
  return (
    <Toggle
      {...props}
      role="switch"
      inputClass={classNames(
        "relative h-6 w-10 shrink-0 appearance-none rounded-full border border-line-strong bg-sunken transition-colors",
        "before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:bg-line-strong",
        "before:transition-transform before:content-['']",
        "checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent",
      )}
    />
  );
}
