import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { GuestShell } from "@/app/_components/guest-shell";
import { Link } from "@/app/_components/link";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import { domainChoices } from "@/lib/domains/queries";
import { runtime } from "@/lib/runtime";
import { mailNotice } from "../../(organiser)/mail-notice";

export const metadata: Metadata = { title: pageWords().setup.done.tab };

export default async function SetupDonePage() {
  await requireAdmin();
  const [domain] = await domainChoices(runtime().db);
  return domain ? <Ready domain={domain} /> : <DomainMissing />;
}

async function Ready({ domain }: { domain: { id: string; label: string } }) {
  const { step, done: words } = pageWords().setup;
  return (
    <GuestShell
      notice={await mailNotice({ isAdmin: true })}
      step={step(3)}
      title={words.title}
      description={words.description}
    >
      <p>{words.linksWork}</p>
      <p>
        {words.linesAt}{" "}
        <Link href={`/domains/${domain.id}`} className="link wrap-anywhere">
          {domain.label}
        </Link>
      </p>
      <div className="flex flex-col gap-2">
        <LinkButton href="/meetings/new" tone="primary">
          {words.schedule}
        </LinkButton>
        <LinkButton href="/accounts/new">{words.addColleague}</LinkButton>
      </div>
    </GuestShell>
  );
}

async function DomainMissing() {
  const { step, done: words } = pageWords().setup;
  return (
    <GuestShell
      notice={await mailNotice({ isAdmin: true })}
      step={step(3)}
      title={words.leftTitle}
      description={words.leftDescription}
    >
      <p className="text-ink-muted text-sm">{words.leftLines}</p>
      <div className="flex flex-col gap-2">
        <LinkButton href="/setup/domain" tone="primary">
          {words.addDomain}
        </LinkButton>
        <LinkButton href="/meetings">{words.toMeetings}</LinkButton>
      </div>
    </GuestShell>
  );
}
