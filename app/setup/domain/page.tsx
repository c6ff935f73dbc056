import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { GuestShell } from "@/app/_components/guest-shell";
import { requireAdmin } from "@/lib/auth";
import { newDomainValues } from "@/lib/domains/domain-form";
import { addDomainAction } from "../../(admin)/domains/actions";
import { DomainForm } from "../../(admin)/domains/domain-form";
import { mailNotice } from "../../(organiser)/mail-notice";

export const metadata: Metadata = { title: "Add your Jitsi" };

export default async function SetupDomainPage() {
  await requireAdmin();
  return (
    // Wider than a guest's card: the lines to paste into Jitsi's settings are long.
    <div className="[&_main]:max-w-2xl">
      <GuestShell
        notice={mailNotice({ isAdmin: true })}
        step="Step 2 of 3"
        title="Where do you meet?"
        description="Your Jitsi server, and the credential with which Latchkey signs everybody’s link to it."
      >
        <div className="peer">
          <DomainForm
            action={addDomainAction}
            values={{ ...newDomainValues(), isDefault: "on" }}
            submitLabel="Add domain and continue"
            next="setup"
          />
        </div>
        <SkipForNow />
      </GuestShell>
    </div>
  );
}

/** Gone once the form has made way for the secret that is shown only then: nobody should walk past it. */
function SkipForNow() {
  return (
    <div className="hidden border-line border-t pt-4 peer-has-[form]:block">
      <LinkButton href="/setup/done" tone="quiet" className="-ml-4">
        Skip for now
      </LinkButton>
      <p className="text-ink-muted text-sm">You can add a domain later, but no meeting can be scheduled without one.</p>
    </div>
  );
}
