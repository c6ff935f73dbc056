import { Badge } from "@/app/_components/badge";
import { type Column, DataTable } from "@/app/_components/data-table";
import { Link } from "@/app/_components/link";
import { pageLocale } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import { placeOf } from "@/lib/domains/base-url";
import type { listDomains } from "@/lib/domains/queries";
import type { PageWords } from "@/lib/words/en/pages";

type Row = Awaited<ReturnType<typeof listDomains>>[number];

export function DomainTable({ caption, domains }: { caption: string; domains: Row[] }) {
  return (
    <DataTable caption={caption} columns={columns(pageWords().domains)} rows={domains} rowKey={(domain) => domain.id} />
  );
}

const columns = (words: PageWords["domains"]): Column<Row>[] => [
  {
    header: words.columns.name,
    main: true,
    cell: (domain) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <Link href={`/domains/${domain.id}`} className="link">
          {domain.label}
        </Link>
        {domain.isDefault && <Badge tone="info">{words.defaultOne}</Badge>}
      </span>
    ),
  },
  { header: words.columns.server, cell: (domain) => placeOf(domain.baseUrl) },
  {
    header: words.columns.credential,
    cell: ({ credentials: [credential] }) =>
      credential ? words.appId(credential.issuer) : <Badge tone="danger">{words.missing}</Badge>,
  },
  {
    header: words.columns.upcoming,
    align: "end",
    cell: (domain) => domain._count.meetings.toLocaleString(pageLocale),
  },
];
