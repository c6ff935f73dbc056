import Link from "next/link";
import { Address } from "@/app/_components/address";
import { Badge } from "@/app/_components/badge";
import { LinkButton } from "@/app/_components/button";
import { Confirm } from "@/app/_components/confirm";
import { type Column, DataTable } from "@/app/_components/data-table";
import { EmptyState } from "@/app/_components/empty-state";
import { LocalTime } from "@/app/_components/local-time";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { cityName, offsetName } from "@/app/_components/time-zones";
import { requireAdmin } from "@/lib/auth";
import { listMailbox, type MailSummary } from "@/lib/mail/local/list";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../admin-title";
import { deleteAllMailsAction } from "./actions";

export const generateMetadata = adminTitle("Mailbox");

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function MailboxPage({ searchParams }: Props) {
  const admin = await requireAdmin();
  const { env, mail } = runtime();
  const { mails, total, page, pages } = await listMailbox(env.dataDir, Number((await searchParams).page ?? 1));
  const goesOut = (await mail.current()).server !== null;
  if (total === 0) return goesOut ? <MailGoesOut /> : <NoMailYet />;
  const zone = `${cityName(admin.timeZone)} (${offsetName(admin.timeZone, new Date())})`;
  return (
    <>
      <PageHeader
        title="Mailbox"
        description={`${kept(total, goesOut)}, newest first. A mail is deleted once its link has stopped working. Times are those of ${zone}.`}
        actions={
          <Confirm
            label={total === 1 ? "Delete the mail" : "Delete all"}
            tone="caution"
            title={total === 1 ? "Delete this mail?" : `Delete all ${total.toLocaleString("en")} mails?`}
            description="They are deleted from this machine for good. Meetings, and the links in these mails, stay as they are."
            confirmLabel="Delete"
            pendingLabel="Deleting"
            closeLabel="Keep"
            action={deleteAllMailsAction}
          />
        }
      />
      <DataTable
        caption="Mails kept on this machine"
        columns={columns(admin.timeZone)}
        rows={mails}
        rowKey={(mail) => mail.id}
      />
      <Pagination
        previous={page > 1 ? { href: `/local-mail?page=${page - 1}`, label: "Newer" } : undefined}
        next={page < pages ? { href: `/local-mail?page=${page + 1}`, label: "Older" } : undefined}
      />
    </>
  );
}

function kept(total: number, goesOut: boolean): string {
  const mails = total === 1 ? "One mail" : `${total.toLocaleString("en")} mails`;
  return goesOut
    ? `${mails} kept on this machine and sent to nobody, from before a mail server was set`
    : `${mails} kept on this machine`;
}

const columns = (timeZone: string): Column<MailSummary>[] => [
  {
    header: "Subject",
    main: true,
    half: true,
    cell: (mail) => (
      <Link href={`/local-mail/${mail.id}`} className="link">
        {mail.readable ? mail.subject || "(no subject)" : `File ${mail.id.slice(0, 8)}`}
      </Link>
    ),
  },
  {
    header: "To",
    cell: (mail) =>
      mail.readable ? <Address>{mail.to}</Address> : <Badge tone="danger">This file is not a readable mail</Badge>,
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
        A mail server is set, so invitations go out through it and none is kept here. A meeting’s page says whether each
        one was accepted.
      </EmptyState>
    </>
  );
}
