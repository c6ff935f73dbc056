"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "@/app/_words/use-words";
import { Banner } from "./banner";

type Props = {
  /** What the action answered, whole: each new answer moves the focus here once. */
  state: {
    /** By field name; each becomes a link to its field, so the name must be the control's ID. */
    fieldErrors?: Partial<Record<string, string[]>>;
    /** What concerns no single field. */
    formErrors?: string[];
  };
  title?: string;
  /** Names of fields whose errors do not say which they are of. */
  labels?: Record<string, string>;
  /** A way on, beside the words. */
  action?: ReactNode;
};

/** Sums up why a form came back, and takes the focus so that a screen reader starts there. */
export function FormErrors({ state, title, labels = {}, action }: Props) {
  const words = useWords().shell;
  const summary = useRef<HTMLDivElement>(null);
  const general = state.formErrors ?? [];
  const fields = Object.entries(state.fieldErrors ?? {}).filter(([, messages]) => messages?.length);
  const count = fields.length + general.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state object is a new answer, even with equal words
  useEffect(() => {
    summary.current?.focus();
  }, [state]);

  if (count === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="rounded-card">
      <Banner tone="danger" action={action} title={title ?? words.toFix(count)}>
        <ul className="flex flex-col gap-1">
          {general.map((message) => (
            <li key={message}>{message}</li>
          ))}
          {fields.map(([field, messages]) => (
            <li key={field}>
              <a href={`#${field}`} className="underline underline-offset-2">
                {[labels[field], messages?.join(" ")].filter(Boolean).join(": ")}
              </a>
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
