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
    <GuestShell
      notice={mailNotice({ isAdmin: true })}
      step="Step 2 of 3"
      title="Where do you meet?"
      description="Your Jitsi server, and the credential with which Latchkey signs everybody’s link to it."
    >
      <DomainForm
        action={addDomainAction}
        values={{ ...newDomainValues(), isDefault: "on" }}
        submitLabel="Add domain and continue"
        next="setup"
      />
      <div className="border-line border-t pt-4">
        <LinkButton href="/setup/done" tone="quiet" className="-ml-4">
          Skip for now
        </LinkButton>
        <p className="text-ink-muted text-sm">
          You can add a domain later, but no meeting can be scheduled without one.
        </p>
      </div>
    </GuestShell>
  );
}
