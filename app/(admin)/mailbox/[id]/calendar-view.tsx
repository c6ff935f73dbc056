import { Badge } from "@/app/_components/badge";
import { Banner } from "@/app/_components/banner";
import { type Column, DataTable } from "@/app/_components/data-table";
import { LocalTime } from "@/app/_components/local-time";
import type { CalendarProperty } from "@/lib/mailbox/calendar-entry";
import type { MailView } from "@/lib/mailbox/read";

const methods: Record<string, string> = {
  REQUEST: "asks the recipient to come: calendars show Accept and Decline",
  CANCEL: "takes the meeting out of the recipient’s calendar",
};

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
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="info">METHOD:{calendar.method || "missing"}</Badge>
        <span className="text-ink-muted">{methods[calendar.method]}</span>
      </p>
      <DataTable
        caption="Properties of the calendar entry"
        columns={columns(timeZone)}
        rows={calendar.properties.map((property, position) => ({ ...property, position }))}
        rowKey={({ position }) => String(position)}
      />
    </div>
  );
}

/** The whole token stands in the text and, in words, under Token; here it would bury the rest. */
const withoutToken = (value: string) => value.replace(/([?&]jwt=[\w-]{6})[\w.-]+/g, "$1…");

const columns = (timeZone: string): Column<CalendarProperty>[] => [
  {
    header: "Property",
    main: true,
    cell: ({ name }) => <span className="whitespace-nowrap font-mono text-sm">{name}</span>,
  },
  {
    header: "Value",
    plain: true,
    cell: ({ value, parameters, at }) => (
      <div className="flex flex-col gap-0.5">
        {at && <LocalTime at={at} timeZone={timeZone} />}
        <span className={at ? "text-ink-muted text-sm" : "whitespace-pre-wrap"}>{withoutToken(value)}</span>
        {parameters && <span className="text-ink-muted text-sm">{parameters}</span>}
      </div>
    ),
  },
];
