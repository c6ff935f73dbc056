import { Address } from "@/app/_components/address";
import { Banner } from "@/app/_components/banner";
import { CalendarProperties } from "@/app/_components/calendar-properties";
import { Card } from "@/app/_components/card";
import { DataList } from "@/app/_components/data-list";
import { MailFrame } from "@/app/_components/mail-frame";
import { MailText } from "@/app/_components/mail-text";
import { pageWords } from "@/app/_words/page-words";
import type { MailContent } from "@/lib/mail/local/read";

export type PreviewView = "mail" | "technical";
type Props = { preview: MailContent; view: PreviewView; frame: string; timeZone: string };

/** What the person gets, composed by the functions that compose what is sent. */
export function MailPreview({ preview, view, frame, timeZone }: Props) {
  const { from, to, replyTo, subject } = preview;
  const words = pageWords().participant;
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="info" title={words.hidden}>
        {words.hiddenHint}
      </Banner>
      <Card>
        <DataList
          items={[
            { term: words.subject, detail: subject },
            { term: words.to, detail: <Address>{to}</Address> },
            { term: words.from, detail: <Address>{from}</Address> },
            ...(replyTo ? [{ term: words.replyTo, detail: <Address>{replyTo}</Address> }] : []),
          ]}
        />
      </Card>
      {view === "mail" ? <MailFrame src={frame} /> : <Technical preview={preview} timeZone={timeZone} />}
    </div>
  );
}

function Technical({ preview: { text, calendar }, timeZone }: Pick<Props, "preview" | "timeZone">) {
  const words = pageWords().participant;
  return (
    <div className="flex flex-col gap-8">
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-base">{words.plainText}</h2>
        <MailText text={text} />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-base">{words.calendarEntry}</h2>
        {calendar ? (
          <CalendarProperties calendar={calendar} timeZone={timeZone} />
        ) : (
          <p className="text-ink-muted">{words.noCalendarEntry}</p>
        )}
      </section>
    </div>
  );
}
