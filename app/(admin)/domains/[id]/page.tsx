import { Badge } from "@/app/_components/badge";
import { PageHeader } from "@/app/_components/page-header";
import { Section } from "@/app/_components/section";
import { requireAdmin } from "@/lib/auth";
import { hostNameOf, placeOf } from "@/lib/domains/base-url";
import { domainValues } from "@/lib/domains/domain-form";
import { serverSettings } from "@/lib/jitsi/server-settings";
import { adminTitle } from "../../admin-title";
import { archiveDomainAction, editDomainAction, restoreDomainAction } from "../actions";
import { EditDomainForm } from "../edit-domain-form";
import { SettingsToPaste } from "../settings-to-paste";
import { ArchiveForm } from "./archive-form";
import { CredentialSection } from "./credential-section";
import { domainOf } from "./find";
import { RestoreForm } from "./restore-form";

export const generateMetadata = adminTitle("Domain");

export default async function DomainPage({ params }: { params: Promise<{ id: string }> }) {
  const admin = await requireAdmin();
  const domain = await domainOf(params);
  const { id, credential } = domain;
  const host = hostNameOf(domain.baseUrl);
  return (
    <>
      <PageHeader
        back={{ href: "/domains", label: "Domains" }}
        title={domain.label}
        badge={
          <>
            {domain.isDefault && <Badge tone="info">Default</Badge>}
            {domain.archivedAt && <Badge tone="warning">Archived</Badge>}
          </>
        }
        description={`${placeOf(domain.baseUrl)} · ${upcomingInWords(domain.upcoming)}`}
      />
      {domain.archivedAt ? (
        <RestoreForm action={restoreDomainAction} id={id} />
      ) : (
        <Section
          title="Settings"
          description="Mails that are not out yet follow a new address, subject or audience. New opening times count for meetings scheduled from then on."
        >
          <EditDomainForm action={editDomainAction} values={{ ...domainValues(domain), id }} />
        </Section>
      )}
      <CredentialSection domain={domain} timeZone={admin.timeZone} />
      {credential && !domain.archivedAt && (
        <Section
          title="Lines for the Jitsi server"
          description="They make it accept Latchkey’s tokens, and let only the token decide who is a moderator. Put the app secret where the placeholder is."
        >
          <SettingsToPaste
            settings={serverSettings({ ...domain, host, appId: credential.issuer, secret: null })}
            host={host}
          />
        </Section>
      )}
      {!domain.archivedAt && (
        <Section title="Archive" description="No other meetings can be scheduled here. You can undo this.">
          <ArchiveForm action={archiveDomainAction} id={id} />
        </Section>
      )}
    </>
  );
}

function upcomingInWords(count: number): string {
  if (count === 0) return "no upcoming meetings";
  return count === 1 ? "one upcoming meeting" : `${count.toLocaleString("en")} upcoming meetings`;
}
