import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/app/_components/button";
import { GuestShell } from "@/app/_components/guest-shell";
import { requireAdmin } from "@/lib/auth";
import { domainChoices } from "@/lib/domains/queries";
import { runtime } from "@/lib/runtime";
import { mailNotice } from "../../(organiser)/mail-notice";

export const metadata: Metadata = { title: "Ready" };

export default async function SetupDonePage() {
  await requireAdmin();
  const [domain] = await domainChoices(runtime().db);
  return domain ? <Ready domain={domain} /> : <DomainMissing />;
}

async function Ready({ domain }: { domain: { id: string; label: string } }) {
  return (
    <GuestShell
      notice={await mailNotice({ isAdmin: true })}
      step="Step 3 of 3"
      title="You are ready"
      description="Everybody you invite gets a calendar invitation with their own link."
    >
      <p>
        Links work as soon as your Jitsi server knows the app secret. You find the lines to paste there on the page of{" "}
        <Link href={`/domains/${domain.id}`} className="link wrap-anywhere">
          {domain.label}
        </Link>
        , under Domains. They have a placeholder where the secret goes, which was shown only once.
      </p>
      <div className="flex flex-col gap-2">
        <LinkButton href="/meetings/new" tone="primary">
          Schedule your first meeting
        </LinkButton>
        <LinkButton href="/accounts/new">Add a colleague</LinkButton>
      </div>
    </GuestShell>
  );
}

async function DomainMissing() {
  return (
    <GuestShell
      notice={await mailNotice({ isAdmin: true })}
      step="Step 3 of 3"
      title="One thing is left"
      description="Your account is ready. To schedule a meeting, Latchkey needs a Jitsi server to hold it on."
    >
      <p className="text-ink-muted text-sm">
        The domain’s page then shows the lines to paste into the settings of your Jitsi server.
      </p>
      <div className="flex flex-col gap-2">
        <LinkButton href="/setup/domain" tone="primary">
          Add a domain
        </LinkButton>
        <LinkButton href="/meetings">Go to your meetings</LinkButton>
      </div>
    </GuestShell>
  );
}
