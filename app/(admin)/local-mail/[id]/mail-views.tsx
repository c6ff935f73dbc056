import { Banner } from "@/app/_components/banner";
import { CalendarProperties } from "@/app/_components/calendar-properties";
import { MailFrame } from "@/app/_components/mail-frame";
import { MailText } from "@/app/_components/mail-text";
import { pageWords } from "@/app/_words/page-words";
import type { MailView } from "@/lib/mail/local/read";

export function HtmlView({ mail }: { mail: MailView }) {
  if (!mail.html) return <p className="text-ink-muted">{pageWords().localMail.page.noHtml}</p>;
  return <MailFrame src={`/local-mail/${mail.id}/html`} />;
}

export function TextView({ mail }: { mail: MailView }) {
  if (!mail.text) return <p className="text-ink-muted">{pageWords().localMail.page.noText}</p>;
  return <MailText text={mail.text} />;
}

export function CalendarView({ mail, timeZone }: { mail: MailView; timeZone: string }) {
  const { calendar } = mail;
  const words = pageWords().localMail.entry;
  if (!mail.hasCalendar) return <p className="text-ink-muted">{words.none}</p>;
  if (!calendar) {
    return (
      <Banner tone="danger" title={words.unreadable}>
        {words.unreadableText}
      </Banner>
    );
  }
  return <CalendarProperties calendar={calendar} timeZone={timeZone} />;
}
