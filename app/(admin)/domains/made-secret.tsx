"use client";

import { useEffect, useRef } from "react";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { CopyField } from "@/app/_components/copy-field";
import { useWords } from "@/app/_words/use-words";
import type { FormState } from "@/lib/action";
import type { ServerSettings } from "@/lib/jitsi/server-settings";
import { SettingsToPaste } from "./settings-to-paste";

/** A generated secret, on its way from the action to the page and nowhere else. */
export type MadeSecretState = FormState & {
  made?: { secret: string; fingerprint: string; settings: ServerSettings; host: string; continueHref: string };
};

type Props = {
  made: NonNullable<MadeSecretState["made"]>;
  /** The button, too. */
  wide?: boolean;
};

export function MadeSecret({ made, wide }: Props) {
  const words = useWords().domains.made;
  const start = useRef<HTMLDivElement>(null);

  // The form that had the focus is gone.
  useEffect(() => {
    start.current?.focus();
  }, []);

  return (
    <div ref={start} tabIndex={-1} className="flex min-w-0 scroll-mt-64 flex-col gap-6 outline-none">
      <Banner tone="warning" title={words.title}>
        {words.text}
      </Banner>
      <CopyField label={words.appSecret} value={made.secret} hint={words.fingerprint(made.fingerprint)} />
      <h2 className="font-semibold text-base">{words.lines}</h2>
      <SettingsToPaste settings={made.settings} host={made.host} />
      <LinkButton href={made.continueHref} tone="primary" className={wide ? undefined : "self-start"}>
        {words.copied}
      </LinkButton>
    </div>
  );
}
