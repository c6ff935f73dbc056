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
import { requireAdmin } from "@/lib/auth";
import type { MailView } from "@/lib/mail/local/read";
import { adminTitle } from "../../admin-title";
import { deleteMailAction } from "../actions";
import { CalendarView } from "./calendar-view";
import { findMail } from "./find-mail";
import { HtmlView, TextView } from "./mail-body";
import { TokenView } from "./token-view";

export const generateMetadata = adminTitle("Mail");

const views = [
  ["html", "HTML"],
  ["text", "Text"],
  ["calendar", "Calendar entry"],
  ["token", "Token"],
] as const;

type View = (typeof views)[number][0];
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ view?: string | string[] }> };

export default async function MailPage({ params, searchParams }: Props) {
  const { timeZone } = await requireAdmin();
  const mail = await findMail(params);
  const wanted = (await searchParams).view;
  const view = views.find(([name]) => name === wanted)?.[0] ?? "html";
  return (
    <>
      <PageHeader
        back={{ href: "/local-mail", label: "Mailbox" }}
        title={mail.subject || "(no subject)"}
        actions={
          <>
            <a href={`/local-mail/${mail.id}/eml`} download className={buttonClass()}>
              <Download aria-hidden />
              Download .eml
            </a>
            <Confirm
              label="Delete"
              tone="caution"
              title="Delete this mail?"
              description="It is deleted from this machine for good. The meeting, and the link in this mail, stay as they are."
              confirmLabel="Delete"
              pendingLabel="Deleting"
              closeLabel="Keep it"
              action={deleteMailAction}
            >
              <input type="hidden" name="id" value={mail.id} />
            </Confirm>
          </>
        }
      />
      {!mail.readable && (
        <Banner tone="danger" title="This file is not a readable mail">
          It has no sender or no recipient. The download holds it as it is.
        </Banner>
      )}
      <Card>
        <DataList
          items={[
            { term: "To", detail: <Address>{mail.to || "—"}</Address> },
            { term: "From", detail: <Address>{mail.from || "—"}</Address> },
            ...(mail.replyTo ? [{ term: "Reply to", detail: <Address>{mail.replyTo}</Address> }] : []),
            { term: "Time", detail: <LocalTime at={mail.at} timeZone={timeZone} /> },
            { term: "Message-ID", detail: <span className="font-mono text-sm">{mail.messageId || "—"}</span> },
          ]}
        />
      </Card>
      <Tabs
        label="Views of this mail"
        tabs={views.map(([name, label]) => ({
          href: name === "html" ? `/local-mail/${mail.id}` : `/local-mail/${mail.id}?view=${name}`,
          label,
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
