import Link from "next/link";
import { Badge } from "@/app/_components/badge";
import { LinkButton } from "@/app/_components/button";
import { type Column, DataTable } from "@/app/_components/data-table";
import { PageHeader } from "@/app/_components/page-header";
import { listPeople } from "@/lib/accounts/queries";
import { requireAdmin } from "@/lib/auth";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../admin-title";
import { dayOf, roleName } from "./words";

export const generateMetadata = adminTitle("People");

type Row = Awaited<ReturnType<typeof listPeople>>[number];

export default async function PeoplePage() {
  const admin = await requireAdmin();
  const people = await listPeople(runtime().db);
  return (
    <>
      <PageHeader
        title="People"
        description="Who can sign in. Participants need no account."
        actions={
          <LinkButton href="/accounts/new" tone="primary">
            Add a person
          </LinkButton>
        }
      />
      <DataTable
        caption="People with an account"
        columns={columns(admin)}
        rows={people}
        rowKey={(person) => person.id}
      />
    </>
  );
}

const columns = (admin: { id: string; timeZone: string }): Column<Row>[] => [
  {
    header: "Name",
    main: true,
    cell: (person) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <Link href={`/accounts/${person.id}`} className="link">
          {person.name}
        </Link>
        {person.id === admin.id && <span className="font-normal text-ink-muted text-sm">you</span>}
        {person.disabledAt && <Badge tone="warning">Disabled</Badge>}
      </span>
    ),
  },
  { header: "Email", cell: (person) => person.email },
  { header: "Role", cell: (person) => roleName(person.role) },
  { header: "Since", align: "end", cell: (person) => dayOf(person.createdAt, admin.timeZone) },
];
