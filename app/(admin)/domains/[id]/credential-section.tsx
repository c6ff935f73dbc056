import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { DataList } from "@/app/_components/data-list";
import { LocalTime } from "@/app/_components/local-time";
import { Section } from "@/app/_components/section";
import type { domainOf } from "./find";

type Props = { domain: Awaited<ReturnType<typeof domainOf>>; timeZone: string };

export function CredentialSection({ domain, timeZone }: Props) {
  const { credential } = domain;
  const replace = !domain.archivedAt && (
    <LinkButton href={`/domains/${domain.id}/credential`} size="small">
      {credential ? "Replace credential" : "Set credential"}
    </LinkButton>
  );
  return (
    <Section
      title="Credential"
      description="The app secret is sealed and is never shown again. The fingerprint tells two of them apart."
      actions={replace}
    >
      {credential ? (
        <DataList
          items={[
            { term: "App ID", detail: <span className="font-mono text-sm">{credential.issuer}</span> },
            {
              term: "App secret",
              detail: (
                <>
                  set on <LocalTime at={credential.createdAt} timeZone={timeZone} />
                  {credential.createdBy && `, by ${credential.createdBy.name}`}
                </>
              ),
            },
            { term: "Fingerprint", detail: <span className="font-mono text-sm">{credential.fingerprint}</span> },
          ]}
        />
      ) : (
        <Banner tone="danger" title="There is no credential">
          Without one no link can be signed, so organisers cannot choose this domain.
        </Banner>
      )}
    </Section>
  );
}
