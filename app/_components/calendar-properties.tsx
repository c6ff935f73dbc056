import type { CalendarEntry, CalendarProperty } from "@/lib/mail/local/calendar-entry";
import { Badge } from "./badge";
import { type Column, DataTable } from "./data-table";
import { LocalTime } from "./local-time";

const methods: Record<string, string> = {
  REQUEST: "asks the recipient to come: calendars show Accept and Decline",
  CANCEL: "takes the meeting out of the recipient’s calendar",
};

/** A calendar entry as it reads back, property by property. */
export function CalendarProperties({ calendar, timeZone }: { calendar: CalendarEntry; timeZone: string }) {
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

/** It would bury the rest. */
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
