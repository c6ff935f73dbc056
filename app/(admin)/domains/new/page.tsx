import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import { newDomainValues } from "@/lib/domains/domain-form";
import { adminTitle } from "../../admin-title";
import { addDomainAction } from "../actions";
import { DomainForm } from "../domain-form";

export const generateMetadata = adminTitle((words) => words.domains.add);

export default async function NewDomainPage() {
  await requireAdmin();
  const words = pageWords().domains;
  return (
    <>
      <PageHeader
        back={{ href: "/domains", label: words.title }}
        title={words.add}
        description={words.new.description}
      />
      <Card className="max-w-3xl">
        <DomainForm action={addDomainAction} values={newDomainValues()} submitLabel={words.new.submit} next="domain" />
      </Card>
    </>
  );
}
