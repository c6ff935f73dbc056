import { pageLocale } from "@/app/_words/page-locale";
import { cityName, offsetName } from "@/lib/time/zone-names";

type Props = {
  at: Date;
  until?: Date;
  timeZone: string;
  /** Where the zone is named once for the whole list. */
  withoutZone?: boolean;
  locale?: string;
};

/** "Tue, 24 Nov 2026, 16:00–17:00 Kathmandu (UTC+5:45)". */
export function LocalTime({ at, until, timeZone, withoutZone, locale = pageLocale }: Props) {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    // The browser's Intl may punctuate otherwise than the server's; either reads well.
    <time dateTime={at.toISOString()} className="tabular-nums" suppressHydrationWarning>
      {until ? format.formatRange(at, until) : format.format(at)}
      {!withoutZone && (
        <span className="text-ink-muted" suppressHydrationWarning>
          {" "}
          {`${cityName(timeZone)} (${offsetName(timeZone, at)})`}
        </span>
      )}
    </time>
  );
}
