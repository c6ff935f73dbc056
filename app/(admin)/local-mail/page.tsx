import { Address } from "@/app/_components/address";
import { Badge } from "@/app/_components/badge";
import { LinkButton } from "@/app/_components/button";
import { Confirm } from "@/app/_components/confirm";
import { type Column, DataTable } from "@/app/_components/data-table";
import { EmptyState } from "@/app/_components/empty-state";
import { Link } from "@/app/_components/link";
import { LocalTime } from "@/app/_components/local-time";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import { listMailbox, type MailSummary } from "@/lib/mail/local/list";
import { runtime } from "@/lib/runtime";
import { cityName, offsetName } from "@/lib/time/zone-names";
import type { PageWords } from "@/lib/words/en/pages";
import { adminTitle } from "../admin-title";
import { deleteAllMailsAction } from "./actions";

export const generateMetadata = adminTitle((words) => words.localMail.title);

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function LocalMailPage({ searchParams }: Props) {
  const admin = await requireAdmin();
  const { env, mail } = runtime();
  const { mails, total, page, pages } = await listMailbox(env.dataDir, Number((await searchParams).page ?? 1));
  const goesOut = (await mail.current()).server !== null;
  if (total === 0) return goesOut ? <MailGoesOut /> : <NoMailYet />;
  const zone = `${cityName(admin.timeZone)} (${offsetName(admin.timeZone, new Date())})`;
  const words = pageWords().localMail;
  return (
    <>
      <PageHeader
        title={words.title}
        description={[words.kept(total, goesOut), words.untilWhen, words.timesOf(zone)].join(" ")}
        actions={
          <Confirm
            label={total === 1 ? words.delete.one : words.delete.all}
            tone="caution"
            title={words.delete.askAll(total)}
            description={words.delete.effectAll}
            confirmLabel={words.delete.label}
            pendingLabel={words.delete.pending}
            closeLabel={words.delete.keepAll}
            action={deleteAllMailsAction}
          />
        }
      />
      <DataTable
        caption={words.caption}
        columns={columns(admin.timeZone, words)}
        rows={mails}
        rowKey={(mail) => mail.id}
      />
      <Pagination
        previous={page > 1 ? { href: `/local-mail?page=${page - 1}`, label: words.newer } : undefined}
        next={page < pages ? { href: `/local-mail?page=${page + 1}`, label: words.older } : undefined}
      />
    </>
  );
}

const columns = (timeZone: string, words: PageWords["localMail"]): Column<MailSummary>[] => [
  {
    header: words.columns.subject,
    main: true,
    half: true,
    cell: (mail) => (
      <Link href={`/local-mail/${mail.id}`} className="link">
        {mail.readable ? mail.subject || words.noSubject : words.file(mail.id.slice(0, 8))}
      </Link>
    ),
  },
  {
    header: words.columns.to,
    cell: (mail) => (mail.readable ? <Address>{mail.to}</Address> : <Badge tone="danger">{words.unreadable}</Badge>),
  },
  {
    header: words.columns.time,
    align: "end",
    cell: (mail) => (
      <span className="whitespace-nowrap">
        <LocalTime at={mail.at} timeZone={timeZone} withoutZone />
      </span>
    ),
  },
];

function NoMailYet() {
  const { title, none } = pageWords().localMail;
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title={none.title}
        action={
          <LinkButton href="/meetings/new" tone="primary">
            {none.schedule}
          </LinkButton>
        }
      >
        {none.text}
      </EmptyState>
    </>
  );
}

function MailGoesOut() {
  const { title, goesOut } = pageWords().localMail;
  return (
    <>
      <PageHeader title={title} />
      <EmptyState title={goesOut.title}>{goesOut.text}</EmptyState>
    </>
  );
}
