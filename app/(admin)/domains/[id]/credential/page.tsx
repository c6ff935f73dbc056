import { notFound } from "next/navigation";
import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import { newCredentialValues } from "@/lib/domains/domain-form";
import { linksInUse } from "@/lib/domains/queries";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../../../admin-title";
import { replaceCredentialAction } from "../../actions";
import { domainOf } from "../find";
import { ReplaceCredentialForm } from "./replace-credential-form";

export const generateMetadata = adminTitle((words) => words.domains.credential.replace);

export default async function CredentialPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdmin();
  const domain = await domainOf(params);
  if (domain.archivedAt) notFound();
  const links = await linksInUse(runtime().db, { domainId: domain.id, now: new Date() });
  const words = pageWords().domains.credential;
  return (
    <>
      <PageHeader
        back={{ href: `/domains/${domain.id}`, label: domain.label }}
        title={domain.credential ? words.replace : words.set}
        description={words.pageDescription}
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
