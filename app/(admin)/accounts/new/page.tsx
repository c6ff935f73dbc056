import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { pageWords } from "@/app/_words/page-words";
import { minPasswordLength } from "@/lib/accounts/password";
import { requireAdmin } from "@/lib/auth";
import { adminTitle } from "../../admin-title";
import { addPersonAction } from "../actions";
import { AddPersonForm } from "../add-person-form";

export const generateMetadata = adminTitle((words) => words.accounts.add);

export default async function NewPersonPage() {
  await requireAdmin();
  const words = pageWords().accounts;
  return (
    <>
      <PageHeader
        back={{ href: "/accounts", label: words.title }}
        title={words.add}
        description={words.addDescription}
      />
      <Card className="max-w-3xl">
        <AddPersonForm action={addPersonAction} shortest={minPasswordLength} />
      </Card>
    </>
  );
}
