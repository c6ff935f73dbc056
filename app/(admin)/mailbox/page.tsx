import Link from "next/link";
import { Badge } from "@/app/_components/badge";
import { LinkButton } from "@/app/_components/button";
import { type Column, DataTable } from "@/app/_components/data-table";
import { EmptyState } from "@/app/_components/empty-state";
import { LocalTime } from "@/app/_components/local-time";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { cityName, offsetName } from "@/app/_components/time-zones";
import { requireAdmin } from "@/lib/auth";
import { listMailbox, type MailSummary } from "@/lib/mailbox/list";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../admin-title";

export const generateMetadata = adminTitle("Mailbox");

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function MailboxPage({ searchParams }: Props) {
  const admin = await requireAdmin();
  const { env, mail } = runtime();
  if ((await mail.current()).server) return <MailGoesOut />;
  const { mails, total, page, pages } = await listMailbox(env.dataDir, Number((await searchParams).page ?? 1));
  if (total === 0) return <NoMailYet />;
  const zone = `${cityName(admin.timeZone)} (${offsetName(admin.timeZone, new Date())})`;
  return (
    <>
      <PageHeader
        title="Mailbox"
        description={`${total === 1 ? "One mail" : `${total.toLocaleString("en")} mails`} kept on this machine, newest first. Times are those of ${zone}.`}
      />
      <DataTable
        caption="Mails kept on this machine"
        columns={columns(admin.timeZone)}
        rows={mails}
        rowKey={(mail) => mail.id}
      />
      <Pagination
        previous={page > 1 ? { href: `/mailbox?page=${page - 1}`, label: "Newer" } : undefined}
        next={page < pages ? { href: `/mailbox?page=${page + 1}`, label: "Older" } : undefined}
      />
    </>
  );
}

const columns = (timeZone: string): Column<MailSummary>[] => [
  {
    header: "Subject",
    main: true,
    cell: (mail) => (
      <Link href={`/mailbox/${mail.id}`} className="link">
        {mail.readable ? mail.subject || "(no subject)" : `File ${mail.id.slice(0, 8)}`}
      </Link>
    ),
  },
  {
    header: "To",
    cell: (mail) => (mail.readable ? mail.to : <Badge tone="danger">This file is not a readable mail</Badge>),
  },
  {
    header: "Time",
    align: "end",
    cell: (mail) => (
      <span className="whitespace-nowrap">
        <LocalTime at={mail.at} timeZone={timeZone} withoutZone />
      </span>
    ),
  },
];

function NoMailYet() {
  return (
    <>
      <PageHeader title="Mailbox" />
      <EmptyState
        title="No mail yet"
        action={
          <LinkButton href="/meetings/new" tone="primary">
            Schedule a meeting
          </LinkButton>
        }
      >
        There is no mail server, so invitations stay on this machine and appear here: as the recipient would see them,
        with their calendar entry and what the personal link allows.
      </EmptyState>
    </>
  );
}

function MailGoesOut() {
  return (
    <>
      <PageHeader title="Mailbox" />
      <EmptyState title="Mail leaves this machine">
        A mail server is set, so invitations go out through it and no copy is kept here. A meeting’s page says whether
        each one was accepted.
      </EmptyState>
    </>
  );
}
