"use client";

import { useEffect, useRef } from "react";
import { Banner } from "./banner";

type Props = {
  /** By field name, as zod's `flattenError(…).fieldErrors` gives them; each becomes a link to its field. */
  fieldErrors?: Partial<Record<string, string[]>>;
  /** What concerns no single field. */
  formErrors?: string[];
  title?: string;
};

/** Sums up why a form came back, and takes the focus so that a screen reader starts there. */
export function FormErrors({ fieldErrors = {}, formErrors = [], title }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const fields = Object.entries(fieldErrors).filter(([, messages]) => messages?.length);
  const count = fields.length + formErrors.length;

  // The parent makes new objects for every answer: two refusals in a row both move the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the objects stand for the answer they came with
  useEffect(() => {
    if (count > 0) summary.current?.focus();
  }, [fieldErrors, formErrors]);

  if (count === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="rounded-card">
      <Banner
        tone="danger"
        title={title ?? (count === 1 ? "One thing needs another look" : `${count} things need another look`)}
      >
        <ul className="flex flex-col gap-1">
          {formErrors.map((message) => (
            <li key={message}>{message}</li>
          ))}
          {fields.map(([field, messages]) => (
            <li key={field}>
              <a href={`#${field}`} className="underline underline-offset-2">
                {messages?.join(" ")}
              </a>
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
