import { Download } from "lucide-react";
import { Address } from "@/app/_components/address";
import { Banner } from "@/app/_components/banner";
import { buttonClass } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { Confirm } from "@/app/_components/confirm";
import { DataList } from "@/app/_components/data-list";
import { LocalTime } from "@/app/_components/local-time";
import { PageHeader } from "@/app/_components/page-header";
import { Tabs } from "@/app/_components/tabs";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import type { MailView } from "@/lib/mail/local/read";
import { adminTitle } from "../../admin-title";
import { deleteMailAction } from "../actions";
import { findMail } from "./find-mail";
import { CalendarView, HtmlView, TextView } from "./mail-views";
import { TokenView } from "./token-view";

export const generateMetadata = adminTitle((words) => words.localMail.page.title);

const views = ["html", "text", "calendar", "token"] as const;

type View = (typeof views)[number];
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ view?: string | string[] }> };

export default async function MailPage({ params, searchParams }: Props) {
  const { timeZone } = await requireAdmin();
  const mail = await findMail(params);
  const wanted = (await searchParams).view;
  const view = views.find((name) => name === wanted) ?? "html";
  const { page: words, ...list } = pageWords().localMail;
  return (
    <>
      <PageHeader
        back={{ href: "/local-mail", label: list.title }}
        title={mail.subject || list.noSubject}
        actions={
          <>
            <a href={`/local-mail/${mail.id}/eml`} download className={buttonClass()}>
              <Download aria-hidden />
              {words.download}
            </a>
            <Confirm
              label={list.delete.label}
              tone="caution"
              title={list.delete.ask}
              description={list.delete.effect}
              confirmLabel={list.delete.label}
              pendingLabel={list.delete.pending}
              closeLabel={list.delete.keep}
              action={deleteMailAction}
            >
              <input type="hidden" name="id" value={mail.id} />
            </Confirm>
          </>
        }
      />
      {!mail.readable && (
        <Banner tone="danger" title={list.unreadable}>
          {words.unreadable}
        </Banner>
      )}
      <Card>
        <DataList
          items={[
            { term: words.to, detail: <Address>{mail.to || "—"}</Address> },
            { term: words.from, detail: <Address>{mail.from || "—"}</Address> },
            ...(mail.replyTo ? [{ term: words.replyTo, detail: <Address>{mail.replyTo}</Address> }] : []),
            { term: words.time, detail: <LocalTime at={mail.at} timeZone={timeZone} /> },
            { term: words.messageId, detail: <span className="font-mono text-sm">{mail.messageId || "—"}</span> },
          ]}
        />
      </Card>
      <Tabs
        label={words.views}
        tabs={views.map((name) => ({
          href: name === "html" ? `/local-mail/${mail.id}` : `/local-mail/${mail.id}?view=${name}`,
          label: words[name],
          current: name === view,
        }))}
      />
      <Body mail={mail} view={view} timeZone={timeZone} />
    </>
  );
}

function Body({ mail, view, timeZone }: { mail: MailView; view: View; timeZone: string }) {
  if (view === "text") return <TextView mail={mail} />;
  if (view === "calendar") return <CalendarView mail={mail} timeZone={timeZone} />;
  if (view === "token") return <TokenView mail={mail} timeZone={timeZone} />;
  return <HtmlView mail={mail} />;
}
