import { isTimeZone, isUtc, zoneOffset } from "@/lib/invitations/zone-offset";

/** The languages the product speaks. */
export type Locale = "en";

type Span = { startsAt: Date; endsAt: Date; timeZone: string; locale?: Locale };

/**
 * A time range as one sentence of a mail or page says it:
 * `Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45)`.
 */
export function formatWhen(span: Span): string {
  const { from, until, sameDay, zone } = spanParts(span);
  return sameDay ? `${from}–${until} (${zone})` : `${from} – ${until} (${zone})`;
}

/** The range in the viewer's zone, and again in the meeting's where its clocks show something else. */
export function whenLines(span: Span & { viewerZone: string | null }): string[] {
  const viewerZone = span.viewerZone && isTimeZone(span.viewerZone) ? span.viewerZone : span.timeZone;
  const differs = [span.startsAt, span.endsAt].some(
    (at) => zoneOffset(viewerZone, at.getTime()) !== zoneOffset(span.timeZone, at.getTime()),
  );
  const zones = differs ? [viewerZone, span.timeZone] : [viewerZone];
  return zones.map((timeZone) => formatWhen({ ...span, timeZone }));
}

/** The pieces for a sentence of one's own; `until` names the day only where it is another one. */
export function spanParts({ startsAt, endsAt, timeZone, locale = "en" }: Span) {
  const start = momentParts(startsAt, timeZone, locale);
  const end = momentParts(endsAt, timeZone, locale);
  const sameDay = start.date === end.date;
  const zone =
    start.offset === end.offset
      ? zoneInWords(timeZone, start.offset)
      : `${zoneInWords(timeZone, start.offset)} at the start and ${end.offset} at the end`;
  return {
    from: `${start.date}, ${start.time}`,
    until: sameDay ? end.time : `${end.date}, ${end.time}`,
    sameDay,
    zone,
  };
}

/** `24 Nov 2026, 15:00`, for a subject line or a list. */
export function formatShort(at: Date, timeZone: string, locale: Locale = "en"): string {
  const { day, month, year, time } = momentParts(at, timeZone, locale);
  return `${day} ${month.slice(0, 3)} ${year}, ${time}`;
}

/** `Kathmandu time, GMT+5:45`. */
function zoneInWords(timeZone: string, offset: string): string {
  if (isUtc(timeZone)) return "UTC";
  const city = timeZone.split("/").at(-1)!.replaceAll("_", " ");
  return timeZone.startsWith("Etc/") ? offset : `${city} time, ${offset}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();
type MomentParts = ReturnType<typeof formatMoment>;
const known = new Map<string, MomentParts>();
const mostKnown = 1000;

/** Everybody invited to a meeting reads the same few moments, and formatting one costs more than the rest of the text. */
function momentParts(at: Date, timeZone: string, locale: Locale): MomentParts {
  const key = `${locale} ${timeZone} ${at.getTime()}`;
  const parts = known.get(key) ?? formatMoment(at, timeZone, locale);
  if (known.size >= mostKnown) known.clear();
  known.set(key, parts);
  return parts;
}

function formatMoment(at: Date, timeZone: string, locale: Locale) {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
      timeZone,
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZoneName: "shortOffset",
    });
    formats.set(key, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  const { weekday, day, month, year, hour, minute, timeZoneName } = part as Record<string, string>;
  return {
    date: `${weekday} ${day} ${month} ${year}`,
    time: `${hour}:${minute}`,
    offset: timeZoneName!,
    day: day!,
    month: month!,
    year: year!,
  };
}
