"use client";

import { useActionState, useEffect, useState } from "react";
import { Confirm } from "@/app/_components/confirm";
import { FormErrors } from "@/app/_components/form-errors";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";

type Props = { action: FormAction; id: string; disabled: boolean; isSelf: boolean };

export function AccessForm({ action, id, disabled, isSelf }: Props) {
  const { accounts, shell } = useWords();
  const words = accounts.access;
  const [state, submit] = useActionState(action, {});
  const [refusals, setRefusals] = useState(0);

  // A refusal is told on the page, so it closes the question.
  useEffect(() => {
    if (state.formErrors) setRefusals((count) => count + 1);
  }, [state]);

  return (
    <div className="flex flex-col gap-5">
      <FormErrors state={state} title={words.notDone} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {disabled ? (
          <form action={submit} className="flex flex-col items-start gap-5">
            <Change id={id} disabled="no" />
            <p>{words.samePassword}</p>
            <SubmitButton tone="secondary" pendingLabel={shell.saving}>
              {words.enable}
            </SubmitButton>
          </form>
        ) : (
          <Confirm
            key={refusals}
            label={words.disable}
            tone="caution"
            title={isSelf ? words.disableSelf : words.disableOther}
            description={isSelf ? words.selfEffect : words.otherEffect}
            confirmLabel={words.disable}
            pendingLabel={shell.saving}
            closeLabel={words.keep}
            action={submit}
          >
            <Change id={id} disabled="yes" />
          </Confirm>
        )}
        <SavedNotice notice={state.notice} />
      </div>
    </div>
  );
}

function Change({ id, disabled }: { id: string; disabled: "yes" | "no" }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="disabled" value={disabled} />
    </>
  );
}
