import { Banner } from "@/app/_components/banner";
import { CalendarProperties } from "@/app/_components/calendar-properties";
import { Card } from "@/app/_components/card";
import { DataList } from "@/app/_components/data-list";
import type { MailContent } from "@/lib/mailbox/read";

export type PreviewView = "mail" | "text" | "calendar";
type Props = { preview: MailContent; view: PreviewView; frame: string; timeZone: string };

/** What the person gets, composed by the functions that compose what is sent. */
export function MailPreview({ preview, view, frame, timeZone }: Props) {
  const { from, to, replyTo, subject } = preview;
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="info" title="Without what only this person may have">
        The token in the personal link, the key in the answer links and the entry’s UID are hidden here, so these links
        open nothing. Everything else is as it is mailed.
      </Banner>
      <Card>
        <DataList
          items={[
            { term: "Subject", detail: subject },
            { term: "To", detail: to },
            { term: "From", detail: from },
            ...(replyTo ? [{ term: "Reply to", detail: replyTo }] : []),
          ]}
        />
      </Card>
      <Body preview={preview} view={view} frame={frame} timeZone={timeZone} />
    </div>
  );
}

function Body({ preview: { text, calendar, hasCalendar }, view, frame, timeZone }: Props) {
  if (view === "text")
    return (
      <pre className="wrap-anywhere whitespace-pre-wrap rounded-card border border-line bg-surface p-4 font-mono text-sm leading-6 sm:p-5">
        {text}
      </pre>
    );
  if (view === "mail")
    return (
      <iframe
        title="The mail as its recipient sees it"
        src={frame}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="h-[70vh] min-h-96 w-full phone:min-h-192 rounded-card border border-line bg-white scheme-light"
      />
    );
  if (!hasCalendar || !calendar) return <p className="text-ink-muted">This mail has no calendar entry.</p>;
  return <CalendarProperties calendar={calendar} timeZone={timeZone} />;
}
