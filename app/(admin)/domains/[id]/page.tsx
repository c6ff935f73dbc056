import { Badge } from "@/app/_components/badge";
import { PageHeader } from "@/app/_components/page-header";
import { Section } from "@/app/_components/section";
import { pageWords } from "@/app/_words/page-words";
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

export const generateMetadata = adminTitle((words) => words.domains.page.title);

export default async function DomainPage({ params }: { params: Promise<{ id: string }> }) {
  const admin = await requireAdmin();
  const domain = await domainOf(params);
  const { id, credential } = domain;
  const host = hostNameOf(domain.baseUrl);
  const { page: words, title, archived, defaultOne } = pageWords().domains;
  return (
    <>
      <PageHeader
        back={{ href: "/domains", label: title }}
        title={domain.label}
        badge={
          <>
            {domain.isDefault && <Badge tone="info">{defaultOne}</Badge>}
            {domain.archivedAt && <Badge tone="warning">{archived}</Badge>}
          </>
        }
        description={`${placeOf(domain.baseUrl)} · ${words.upcoming(domain.upcoming)}`}
      />
      {domain.archivedAt ? (
        <RestoreForm action={restoreDomainAction} id={id} />
      ) : (
        <Section title={words.settings} description={words.settingsHint}>
          <EditDomainForm action={editDomainAction} values={{ ...domainValues(domain), id }} />
        </Section>
      )}
      <CredentialSection domain={domain} timeZone={admin.timeZone} />
      {credential && !domain.archivedAt && (
        <Section title={words.lines} description={words.linesHint}>
          <SettingsToPaste
            settings={serverSettings({ ...domain, host, appId: credential.issuer, secret: null })}
            host={host}
          />
        </Section>
      )}
      {!domain.archivedAt && (
        <Section title={words.archive} description={words.archiveHint}>
          <ArchiveForm action={archiveDomainAction} id={id} />
        </Section>
      )}
    </>
  );
}
