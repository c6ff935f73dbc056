"use client";

import type { ReactNode } from "react";
import { LinkButton } from "@/app/_components/button";
import { GuestShell } from "@/app/_components/guest-shell";
import type { FormAction } from "@/lib/action";
import { DomainForm } from "../../(admin)/domains/domain-form";
import type { MadeSecretState } from "../../(admin)/domains/made-secret";

type Props = { action: FormAction<MadeSecretState>; values: Record<string, string>; notice: ReactNode };

/** The heading follows the form: once a secret was made, this page is about handing that over. */
export function DomainStep({ action, values, notice }: Props) {
  return (
    <DomainForm
      action={action}
      values={values}
      submitLabel="Add domain and continue"
      next="setup"
      around={(content, made) => (
        <GuestShell
          notice={notice}
          step="Step 2 of 3"
          title={made ? "Give your Jitsi server its secret" : "Where do you meet?"}
          description={
            made
              ? "It is shown once; pass these lines to whoever runs the server."
              : "Your Jitsi server, and the credential Latchkey uses to sign each person’s link to it."
          }
        >
          {content}
          {/* Nobody should walk past a secret that is shown only now. */}
          {!made && <SkipForNow />}
        </GuestShell>
      )}
    />
  );
}

function SkipForNow() {
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-5">
      <LinkButton href="/setup/done">Skip for now</LinkButton>
      <p className="text-ink-muted text-sm">You can add a domain later, but no meeting can be scheduled without one.</p>
    </div>
  );
}
