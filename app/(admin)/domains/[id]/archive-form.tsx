"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { FormErrors } from "@/app/_components/form-errors";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";
import type { ArchiveState } from "../actions";

/** Asks a second time where meetings are still to come, with their number: the admin goes on knowing it. */
export function ArchiveForm({ action, id }: { action: FormAction<ArchiveState>; id: string }) {
  const [state, submit] = useActionState(action, {});
  const { upcoming } = state;
  return (
    <form action={submit} className="flex flex-col gap-4">
      <FormErrors state={state} title="That was not done" />
      <input type="hidden" name="id" value={id} />
      {upcoming !== undefined && (
        <div role="alert">
          <input type="hidden" name="knowingUpcoming" value={upcoming} />
          <Banner
            tone="warning"
            title={
              upcoming === 1
                ? "One upcoming meeting is held on this domain"
                : `${upcoming.toLocaleString("en")} upcoming meetings are held on this domain`
            }
          >
            They stay, can still be changed, and their links keep working as long as the Jitsi server does. No other
            meeting can be scheduled here or moved here.
          </Banner>
        </div>
      )}
      <SubmitButton
        tone={upcoming === undefined ? "caution" : "danger"}
        pendingLabel="Archiving"
        className="self-start"
      >
        {upcoming === undefined ? "Archive domain" : "Archive anyway"}
      </SubmitButton>
    </form>
  );
}
