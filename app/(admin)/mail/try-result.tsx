"use client";

import { useEffect, useRef } from "react";
import { Banner } from "@/app/_components/banner";
import { Unfold } from "@/app/_components/unfold";
import { pageWords } from "@/app/_words/page-words";
import { useWords } from "@/app/_words/use-words";
import type { Finding } from "@/lib/mail/check/finding";
import type { TestResult } from "@/lib/mail/check/test-mail";
import type { RecordState } from "@/lib/mail/settings/dkim";

type Props = { id: string; titles: { ok: string; failed: string }; result: TestResult & { dkim?: RecordState } };

/** What came of a try; takes the focus, so that a screen reader reads it and a phone shows it. */
export function TryResult({ id, titles, result }: Props) {
  const words = useWords().mailSettings;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new result is a new answer, even with equal words
  useEffect(() => {
    box.current?.focus();
  }, [result]);
  const { ok, finding, conversation, dkim } = result;
  return (
    <div ref={box} id={id} tabIndex={-1} role="alert" className="flex min-w-0 flex-col gap-3 rounded-card">
      <Banner tone={ok ? "success" : "danger"} title={ok ? titles.ok : titles.failed}>
        <p className="wrap-anywhere">{findingInWords(finding)}</p>
        {dkim && <p>{words.dkim[dkim]}</p>}
      </Banner>
      {conversation.length > 0 && (
        <Unfold open={!ok} title={words.conversation.title}>
          <ol className="rounded-card border border-line bg-sunken p-3 font-mono text-sm leading-6 phone:text-xs">
            {conversation.map(({ from, text, omitted }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a finished list, in which lines repeat
              <li key={i} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2">
                <span className="select-none text-ink-muted">{words.conversation[from]}</span>
                <span className={`wrap-anywhere whitespace-pre-wrap ${from === "note" ? "text-ink-muted" : ""}`}>
                  {omitted ? words.conversation.omitted(omitted) : text}
                </span>
              </li>
            ))}
          </ol>
        </Unfold>
      )}
    </div>
  );
}

/** What came of trying a server, as one or two sentences. */
export function findingInWords(finding: Finding): string {
  const say = pageWords().mailSettings.findings[finding.code] as (facts: Finding) => string;
  return say(finding);
}
