import { Address } from "@/app/_components/address";
import { Banner } from "@/app/_components/banner";
import { CalendarProperties } from "@/app/_components/calendar-properties";
import { Card } from "@/app/_components/card";
import { DataList } from "@/app/_components/data-list";
import { MailFrame } from "@/app/_components/mail-frame";
import { MailText } from "@/app/_components/mail-text";
import type { MailContent } from "@/lib/mail/local/read";

export type PreviewView = "mail" | "technical";
type Props = { preview: MailContent; view: PreviewView; frame: string; timeZone: string };

/** What the person gets, composed by the functions that compose what is sent. */
export function MailPreview({ preview, view, frame, timeZone }: Props) {
  const { from, to, replyTo, subject } = preview;
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="info" title="The links that only this person may use are left out here">
        Everything else is as it was mailed, with one exception: the organiser’s name and address, the sender and the
        domain’s address are shown as they are set today.
      </Banner>
      <Card>
        <DataList
          items={[
            { term: "Subject", detail: subject },
            { term: "To", detail: <Address>{to}</Address> },
            { term: "From", detail: <Address>{from}</Address> },
            ...(replyTo ? [{ term: "Reply to", detail: <Address>{replyTo}</Address> }] : []),
          ]}
        />
      </Card>
      {view === "mail" ? <MailFrame src={frame} /> : <Technical preview={preview} timeZone={timeZone} />}
    </div>
  );
}

function Technical({ preview: { text, calendar }, timeZone }: Pick<Props, "preview" | "timeZone">) {
  return (
    <div className="flex flex-col gap-8">
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-base">Plain text</h2>
        <MailText text={text} />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-base">Calendar entry</h2>
        {calendar ? (
          <CalendarProperties calendar={calendar} timeZone={timeZone} />
        ) : (
          <p className="text-ink-muted">This mail has no calendar entry.</p>
        )}
      </section>
    </div>
  );
}
