import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { requireAdmin } from "@/lib/auth";
import { adminTitle } from "../../admin-title";
import { addPersonAction } from "../actions";
import { AddPersonForm } from "../add-person-form";

export const generateMetadata = adminTitle("Add a person");

export default async function NewPersonPage() {
  await requireAdmin();
  return (
    <>
      <PageHeader
        back={{ href: "/accounts", label: "People" }}
        title="Add a person"
        description="Somebody who schedules meetings, or helps to run Latchkey."
      />
      <Card className="max-w-3xl">
        <AddPersonForm action={addPersonAction} />
      </Card>
    </>
  );
}
