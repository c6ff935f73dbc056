"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";

export function RestoreForm({ action, id }: { action: FormAction; id: string }) {
  const [, submit] = useActionState(action, {});
  return (
    <Banner
      tone="warning"
      title="This domain is archived"
      action={
        <form action={submit}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton tone="secondary" size="small" pendingLabel="Restoring">
            Restore domain
          </SubmitButton>
        </form>
      }
    >
      No other meeting can be scheduled on it. Those that are held here can still be changed, and links that were mailed
      keep working as long as the Jitsi server does.
    </Banner>
  );
}
