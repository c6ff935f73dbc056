import { useEffect, useRef } from "react";
import { Banner } from "@/app/_components/banner";
import { Button, buttonClass } from "@/app/_components/button";
import { useWords } from "@/app/_words/use-words";
import { FactList } from "../review/fact-list";
import type { Conflict } from "./edit-state";

/** Somebody saved in between: what it was, that nothing typed is lost, and two ways on. */
export function ConflictNotice({ conflict, meetingId }: { conflict: Conflict; meetingId: string }) {
  const { who, at, facts } = conflict;
  const words = useWords().review.conflict;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new conflict is a new answer, even with equal words
  useEffect(() => box.current?.focus(), [conflict]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-card">
      <Banner tone="warning" title={who === null ? words.byYou(at) : words.by(who, at)}>
        <div className="flex flex-col gap-3 py-1">
          <FactList facts={facts} />
          {facts.length === 0 && <p>{words.nothingChanged}</p>}
          <div>
            <p>{words.hint}</p>
            <p>{words.continueHint}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary" name="intent" value="continue">
              {words.continue}
            </Button>
            {/* Not a Link: the page has to forget what was typed. */}
            <a href={`/meetings/${meetingId}/edit`} className={buttonClass()}>
              {words.startAgain}
            </a>
          </div>
        </div>
      </Banner>
    </div>
  );
}
