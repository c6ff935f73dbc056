import { Banner } from "@/app/_components/banner";
import { CalendarProperties } from "@/app/_components/calendar-properties";
import type { MailView } from "@/lib/mail/local/read";

export function CalendarView({ mail, timeZone }: { mail: MailView; timeZone: string }) {
  const { calendar } = mail;
  if (!mail.hasCalendar) return <p className="text-ink-muted">This mail has no calendar entry.</p>;
  if (!calendar) {
    return (
      <Banner tone="danger" title="The calendar entry cannot be read">
        No calendar program would understand it. The download holds it as it is.
      </Banner>
    );
  }
  return <CalendarProperties calendar={calendar} timeZone={timeZone} />;
}
