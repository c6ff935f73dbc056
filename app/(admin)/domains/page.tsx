import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";
import { requireAdmin } from "@/lib/auth";
import { listDomains } from "@/lib/domains/queries";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../admin-title";
import { DomainTable } from "./domain-table";

export const generateMetadata = adminTitle("Domains");

export default async function DomainsPage() {
  await requireAdmin();
  const domains = await listDomains(runtime().db, { now: new Date() });
  const inUse = domains.filter((domain) => !domain.archivedAt);
  const archived = domains.filter((domain) => domain.archivedAt);
  return (
    <>
      <PageHeader
        title="Domains"
        description="The Jitsi servers that meetings can be held on."
        actions={
          inUse.length > 0 && (
            <LinkButton href="/domains/new" tone="primary">
              Add a domain
            </LinkButton>
          )
        }
      />
      {inUse.length > 0 ? <DomainTable caption="Domains in use" domains={inUse} /> : <NoDomain />}
      {archived.length > 0 && (
        <section aria-labelledby="archived" className="flex flex-col gap-3">
          <h2 id="archived" className="font-semibold text-base">
            Archived
          </h2>
          <DomainTable caption="Archived domains" domains={archived} />
        </section>
      )}
    </>
  );
}

function NoDomain() {
  return (
    <EmptyState
      title="No domain to meet on yet"
      action={
        <LinkButton href="/domains/new" tone="primary">
          Add a domain
        </LinkButton>
      }
    >
      A domain is a Jitsi server of yours, such as meet.example.org, that lets people in by token. Latchkey shares an
      app secret with it and signs a personal link for every participant; without the link a room stays shut.
    </EmptyState>
  );
}
