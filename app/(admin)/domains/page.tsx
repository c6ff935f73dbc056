import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import { listDomains } from "@/lib/domains/queries";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../admin-title";
import { DomainTable } from "./domain-table";

export const generateMetadata = adminTitle((words) => words.domains.title);

export default async function DomainsPage() {
  await requireAdmin();
  const domains = await listDomains(runtime().db, { now: new Date() });
  const inUse = domains.filter((domain) => !domain.archivedAt);
  const archived = domains.filter((domain) => domain.archivedAt);
  const words = pageWords().domains;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          inUse.length > 0 && (
            <LinkButton href="/domains/new" tone="primary">
              {words.add}
            </LinkButton>
          )
        }
      />
      {inUse.length > 0 ? <DomainTable caption={words.inUse} domains={inUse} /> : <NoDomain />}
      {archived.length > 0 && (
        <section aria-labelledby="archived" className="flex flex-col gap-3">
          <h2 id="archived" className="font-semibold text-base">
            {words.archived}
          </h2>
          <DomainTable caption={words.archivedOnes} domains={archived} />
        </section>
      )}
    </>
  );
}

function NoDomain() {
  const { add, none } = pageWords().domains;
  return (
    <EmptyState
      title={none.title}
      action={
        <LinkButton href="/domains/new" tone="primary">
          {add}
        </LinkButton>
      }
    >
      {none.text}
    </EmptyState>
  );
}
