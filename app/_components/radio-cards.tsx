import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";

type Option = { value: string; label: ReactNode; description?: ReactNode; disabled?: boolean };
type Props = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | string[];
  options: Option[];
  defaultValue?: string;
  columns?: 2 | 3;
};

export function RadioCards({ name, legend, hint, error, options, defaultValue, columns = 2 }: Props) {
  const errors = [error ?? []].flat();
  const describedBy = [hint && `${name}-hint`, errors.length > 0 && `${name}-error`].filter(Boolean).join(" ");
  return (
    // The ID is where the error summary points to.
    <fieldset id={name} tabIndex={-1} aria-describedby={describedBy || undefined} className="min-w-0">
      <legend className="font-medium">{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} className="mt-0.5 text-ink-muted text-sm">
          {hint}
        </p>
      )}
      <div
        key={defaultValue}
        className={classNames("mt-2 grid gap-2", columns === 2 ? "sm:grid-cols-2" : "sm:grid-cols-3")}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 gap-3 rounded-control border border-line bg-surface p-3 transition-colors hover:border-line-strong has-disabled:cursor-not-allowed has-disabled:bg-sunken has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              className="mt-0.5 size-4.5 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium">{option.label}</span>
              {option.description && <span className="block text-ink-muted text-sm">{option.description}</span>}
            </span>
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <div className="mt-1.5">
          <FieldError id={`${name}-error`} errors={errors} />
        </div>
      )}
    </fieldset>
  );
}
