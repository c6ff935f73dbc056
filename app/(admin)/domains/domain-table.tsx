import Link from "next/link";
import { Badge } from "@/app/_components/badge";
import { type Column, DataTable } from "@/app/_components/data-table";
import { placeOf } from "@/lib/domains/base-url";
import type { listDomains } from "@/lib/domains/queries";

type Row = Awaited<ReturnType<typeof listDomains>>[number];

export function DomainTable({ caption, domains }: { caption: string; domains: Row[] }) {
  return <DataTable caption={caption} columns={columns} rows={domains} rowKey={(domain) => domain.id} />;
}

const columns: Column<Row>[] = [
  {
    header: "Name",
    main: true,
    cell: (domain) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <Link href={`/domains/${domain.id}`} className="link">
          {domain.label}
        </Link>
        {domain.isDefault && <Badge tone="info">Default</Badge>}
      </span>
    ),
  },
  { header: "Server", cell: (domain) => placeOf(domain.baseUrl) },
  {
    header: "Credential",
    cell: ({ credentials: [credential] }) =>
      credential ? `App ID ${credential.issuer}` : <Badge tone="danger">Missing</Badge>,
  },
  { header: "Upcoming meetings", align: "end", cell: (domain) => domain._count.meetings.toLocaleString("en") },
];
