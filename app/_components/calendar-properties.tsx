import { pageWords } from "@/app/_words/page-words";
import type { CalendarEntry, CalendarProperty } from "@/lib/mail/local/calendar-entry";
import type { PageWords } from "@/lib/words/en/pages";
import { Badge } from "./badge";
import { type Column, DataTable } from "./data-table";
import { LocalTime } from "./local-time";

/** A calendar entry as it reads back, property by property. */
export function CalendarProperties({ calendar, timeZone }: { calendar: CalendarEntry; timeZone: string }) {
  const words = pageWords().localMail.entry;
  const { method } = calendar;
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="info">{`METHOD:${method || words.noMethod}`}</Badge>
        <span className="text-ink-muted">{method === "REQUEST" || method === "CANCEL" ? words[method] : null}</span>
      </p>
      <DataTable
        caption={words.caption}
        columns={columns(timeZone, words)}
        rows={calendar.properties.map((property, position) => ({ ...property, position }))}
        rowKey={({ position }) => String(position)}
      />
    </div>
  );
}

/** It would bury the rest. */
const withoutToken = (value: string) => value.replace(/([?&]jwt=[\w-]{6})[\w.-]+/g, "$1…");

type EntryWords = PageWords["localMail"]["entry"];

const columns = (timeZone: string, words: EntryWords): Column<CalendarProperty>[] => [
  {
    header: words.property,
    main: true,
    cell: ({ name }) => <span className="whitespace-nowrap font-mono text-sm">{name}</span>,
  },
  {
    header: words.value,
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
