"use client";

import type { ReactNode } from "react";
import { LinkButton } from "@/app/_components/button";
import { GuestShell } from "@/app/_components/guest-shell";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { DomainForm } from "../../(admin)/domains/domain-form";
import type { MadeSecretState } from "../../(admin)/domains/made-secret";

type Props = { action: FormAction<MadeSecretState>; values: Record<string, string>; notice: ReactNode };

/** The heading follows the form: once a secret was made, this page is about handing that over. */
export function DomainStep({ action, values, notice }: Props) {
  const { step, domain: words } = useWords().setup;
  return (
    <DomainForm
      action={action}
      values={values}
      submitLabel={words.submit}
      next="setup"
      around={(content, made) => (
        <GuestShell
          notice={notice}
          step={step(2)}
          title={made ? words.madeTitle : words.title}
          description={made ? words.madeDescription : words.description}
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
  const words = useWords().setup.domain;
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-5">
      <LinkButton href="/setup/done">{words.skip}</LinkButton>
      <p className="text-ink-muted text-sm">{words.skipHint}</p>
    </div>
  );
}
