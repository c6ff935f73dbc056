"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";

export function RestoreForm({ action, id }: { action: FormAction; id: string }) {
  const words = useWords().domains.restore;
  const [, submit] = useActionState(action, {});
  return (
    <Banner
      tone="warning"
      title={words.title}
      action={
        <form action={submit}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton tone="secondary" size="small" pendingLabel={words.pending}>
            {words.submit}
          </SubmitButton>
        </form>
      }
    >
      {words.text}
    </Banner>
  );
}
