"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { FormErrors } from "@/app/_components/form-errors";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import type { ArchiveState } from "../actions";

/** Asks a second time where meetings are still to come, with their number: the admin goes on knowing it. */
export function ArchiveForm({ action, id }: { action: FormAction<ArchiveState>; id: string }) {
  const words = useWords().domains.archive;
  const [state, submit] = useActionState(action, {});
  const { upcoming } = state;
  return (
    <form action={submit} className="flex flex-col gap-4">
      <FormErrors state={state} title={words.notDone} />
      <input type="hidden" name="id" value={id} />
      {upcoming !== undefined && (
        <div role="alert">
          <input type="hidden" name="knowingUpcoming" value={upcoming} />
          <Banner tone="warning" title={words.upcoming(upcoming)}>
            {words.theyStay}
          </Banner>
        </div>
      )}
      <SubmitButton
        tone={upcoming === undefined ? "caution" : "danger"}
        pendingLabel={words.pending}
        className="self-start"
      >
        {upcoming === undefined ? words.submit : words.anyway}
      </SubmitButton>
    </form>
  );
}
