import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { requireAdmin } from "@/lib/auth";
import { newDomainValues } from "@/lib/domains/domain-form";
import { adminTitle } from "../../admin-title";
import { addDomainAction } from "../actions";
import { DomainForm } from "../domain-form";

export const generateMetadata = adminTitle("Add a domain");

export default async function NewDomainPage() {
  await requireAdmin();
  return (
    <>
      <PageHeader
        back={{ href: "/domains", label: "Domains" }}
        title="Add a domain"
        description="A Jitsi server that meetings can be held on, and the credential with which Latchkey signs the links to it."
      />
      <Card className="max-w-3xl">
        <DomainForm action={addDomainAction} values={newDomainValues()} submitLabel="Add domain" next="domain" />
      </Card>
    </>
  );
}
