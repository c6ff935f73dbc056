"use client";

import { useEffect, useRef } from "react";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { CopyField } from "@/app/_components/copy-field";
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
  const start = useRef<HTMLDivElement>(null);

  // The form that had the focus is gone.
  useEffect(() => {
    start.current?.focus();
  }, []);

  return (
    <div ref={start} tabIndex={-1} className="flex min-w-0 scroll-mt-64 flex-col gap-6 outline-none">
      <Banner tone="warning" title="This is the only time you see this app secret">
        Copy it, or the lines below that contain it, into your Jitsi server now. It is sealed in Latchkey and cannot be
        shown again, not even after a reload. If it is lost, generate a new one.
      </Banner>
      <CopyField label="App secret" value={made.secret} hint={`Fingerprint ${made.fingerprint}`} />
      <h2 className="font-semibold text-base">Lines for the Jitsi server</h2>
      <SettingsToPaste settings={made.settings} host={made.host} />
      <LinkButton href={made.continueHref} tone="primary" className={wide ? undefined : "self-start"}>
        I have copied it, continue
      </LinkButton>
    </div>
  );
}
