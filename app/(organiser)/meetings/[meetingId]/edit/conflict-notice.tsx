import { useEffect, useRef } from "react";
import { Banner } from "@/app/_components/banner";
import { Button, buttonClass } from "@/app/_components/button";
import { namesInWords } from "../../names-in-words";
import type { Conflict } from "./edit-state";
import { FactChanges } from "./fact-changes-list";

/** Somebody saved in between: what it was, that nothing typed is lost, and two ways on. */
export function ConflictNotice({ conflict, meetingId }: { conflict: Conflict; meetingId: string }) {
  const { who, at, facts, added, removed } = conflict;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new conflict is a new answer, even with equal words
  useEffect(() => box.current?.focus(), [conflict]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-card">
      <Banner tone="warning" title={`${who} changed this meeting at ${at}, after this form was opened`}>
        <div className="flex flex-col gap-3 py-1">
          <FactChanges facts={facts} />
          {added.length > 0 && <p className="wrap-anywhere">Added: {namesInWords(added, 5)}.</p>}
          {removed.length > 0 && <p className="wrap-anywhere">Removed: {namesInWords(removed, 5)}.</p>}
          {facts.length + added.length + removed.length === 0 && (
            <p>What the meeting says and who comes are the same. Names, roles, reminders or language may not be.</p>
          )}
          <p>
            Nothing of yours was saved, and everything you typed is still below. Continue on top of the newer version:
            title, time, place, description and people that you had not touched take what was saved meanwhile. All else
            stays as it is below, and the review lists whatever is different.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary" name="intent" value="continue">
              Continue with what I typed
            </Button>
            {/* Not a Link: the page has to forget what was typed. */}
            <a href={`/meetings/${meetingId}/edit`} className={buttonClass()}>
              Start again from the newer version
            </a>
          </div>
        </div>
      </Banner>
    </div>
  );
}
