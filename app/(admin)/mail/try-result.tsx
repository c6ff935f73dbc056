"use client";

import { useEffect, useRef } from "react";
import { Banner } from "@/app/_components/banner";
import { Unfold } from "@/app/_components/unfold";
import type { TestResult } from "@/lib/mail/check/test-mail";
import type { RecordState } from "@/lib/mail/settings/dkim";

type Props = { id: string; titles: { ok: string; failed: string }; result: TestResult & { dkim?: RecordState } };

const speakers = { server: "Server", client: "Latchkey", note: "" };

const dkimWords: Record<RecordState, string> = {
  published: "DNS has the record of the signing key.",
  missing: "DNS does not have the record of the signing key yet.",
  "another-key": "DNS has a record under this name with another key.",
  unknown: "Whether DNS has the record of the signing key could not be looked up.",
};

/** What came of a try; takes the focus, so that a screen reader reads it and a phone shows it. */
export function TryResult({ id, titles, result }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new result is a new answer, even with equal words
  useEffect(() => {
    box.current?.focus();
  }, [result]);
  const { ok, words, conversation, dkim } = result;
  return (
    <div ref={box} id={id} tabIndex={-1} role="alert" className="flex min-w-0 flex-col gap-3 rounded-card">
      <Banner tone={ok ? "success" : "danger"} title={ok ? titles.ok : titles.failed}>
        <p className="wrap-anywhere">{words}</p>
        {dkim && <p>{dkimWords[dkim]}</p>}
      </Banner>
      {conversation.length > 0 && (
        <Unfold open={!ok} title="What was said, without secrets">
          <ol className="rounded-card border border-line bg-sunken p-3 font-mono text-sm leading-6 phone:text-xs">
            {conversation.map(({ from, text }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a finished list, in which lines repeat
              <li key={i} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2">
                <span className="select-none text-ink-muted">{speakers[from]}</span>
                <span className={`wrap-anywhere whitespace-pre-wrap ${from === "note" ? "text-ink-muted" : ""}`}>
                  {text}
                </span>
              </li>
            ))}
          </ol>
        </Unfold>
      )}
    </div>
  );
}
