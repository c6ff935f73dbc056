import { notFound } from "next/navigation";
import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { requireAdmin } from "@/lib/auth";
import { newCredentialValues } from "@/lib/domains/domain-form";
import { linksInUse } from "@/lib/domains/queries";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../../../admin-title";
import { replaceCredentialAction } from "../../actions";
import { domainOf } from "../find";
import { ReplaceCredentialForm } from "./replace-credential-form";

export const generateMetadata = adminTitle("Replace credential");

export default async function CredentialPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdmin();
  const domain = await domainOf(params);
  if (domain.archivedAt) notFound();
  const links = await linksInUse(runtime().db, { domainId: domain.id, now: new Date() });
  return (
    <>
      <PageHeader
        back={{ href: `/domains/${domain.id}`, label: domain.label }}
        title={domain.credential ? "Replace credential" : "Set credential"}
        description="The app ID and secret with which links to this domain are signed. Change them here and on the Jitsi server together."
      />
      <Card className="max-w-3xl">
        <ReplaceCredentialForm
          action={replaceCredentialAction}
          values={newCredentialValues(domain.id, domain.credential?.issuer)}
          links={links}
        />
      </Card>
    </>
  );
}
