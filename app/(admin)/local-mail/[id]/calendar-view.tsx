import { Banner } from "@/app/_components/banner";
import { CalendarProperties } from "@/app/_components/calendar-properties";
import { pageWords } from "@/app/_words/page-words";
import type { MailView } from "@/lib/mail/local/read";

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
