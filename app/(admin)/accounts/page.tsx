import { Badge } from "@/app/_components/badge";
import { LinkButton } from "@/app/_components/button";
import { type Column, DataTable } from "@/app/_components/data-table";
import { Link } from "@/app/_components/link";
import { PageHeader } from "@/app/_components/page-header";
import { pageWords } from "@/app/_words/page-words";
import { listPeople } from "@/lib/accounts/queries";
import { requireAdmin } from "@/lib/auth";
import { runtime } from "@/lib/runtime";
import type { PageWords } from "@/lib/words/en/pages";
import { adminTitle } from "../admin-title";
import { dayOf } from "./day-of";

export const generateMetadata = adminTitle((words) => words.accounts.title);

type Row = Awaited<ReturnType<typeof listPeople>>[number];

export default async function PeoplePage() {
  const admin = await requireAdmin();
  const people = await listPeople(runtime().db);
  const words = pageWords().accounts;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <LinkButton href="/accounts/new" tone="primary">
            {words.add}
          </LinkButton>
        }
      />
      <DataTable caption={words.caption} columns={columns(admin, words)} rows={people} rowKey={(person) => person.id} />
    </>
  );
}

const columns = (admin: { id: string; timeZone: string }, words: PageWords["accounts"]): Column<Row>[] => [
  {
    header: words.columns.name,
    main: true,
    cell: (person) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <Link href={`/accounts/${person.id}`} className="link">
          {person.name}
        </Link>
        {person.id === admin.id && <span className="font-normal text-ink-muted text-sm">{words.you}</span>}
        {person.disabledAt && <Badge tone="warning">{words.disabled}</Badge>}
      </span>
    ),
  },
  { header: words.columns.email, cell: (person) => person.email },
  { header: words.columns.role, cell: (person) => words.roles[person.role] },
  { header: words.columns.since, align: "end", cell: (person) => dayOf(person.createdAt, admin.timeZone) },
];
