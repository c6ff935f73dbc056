import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { DataList } from "@/app/_components/data-list";
import { LocalTime } from "@/app/_components/local-time";
import { Section } from "@/app/_components/section";
import { pageWords } from "@/app/_words/page-words";
import type { domainOf } from "./find";

type Props = { domain: Awaited<ReturnType<typeof domainOf>>; timeZone: string };

export function CredentialSection({ domain, timeZone }: Props) {
  const words = pageWords().domains.credential;
  const { credential } = domain;
  const replace = !domain.archivedAt && (
    <LinkButton href={`/domains/${domain.id}/credential`} size="small">
      {credential ? words.replace : words.set}
    </LinkButton>
  );
  return (
    <Section title={words.title} description={words.description} actions={replace}>
      {credential ? (
        <DataList
          items={[
            { term: words.appId, detail: <span className="font-mono text-sm">{credential.issuer}</span> },
            { term: words.setAt, detail: <LocalTime at={credential.createdAt} timeZone={timeZone} /> },
            ...(credential.createdBy ? [{ term: words.setBy, detail: credential.createdBy.name }] : []),
            { term: words.fingerprint, detail: <span className="font-mono text-sm">{credential.fingerprint}</span> },
          ]}
        />
      ) : (
        <Banner tone="danger" title={words.noneTitle}>
          {words.none}
        </Banner>
      )}
    </Section>
  );
}
