import type { Locale } from "@/lib/locale";
import { placeName } from "@/lib/time/zone-names";
import { isTimeZone, isUtc, zoneOffset } from "@/lib/time/zone-offset";
import type { TimeWords } from "@/lib/words/en/time";
import { wordsIn } from "@/lib/words/words-in";

type Span = { startsAt: Date; endsAt: Date; timeZone: string; locale?: Locale };

/** `Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45)` */
export function formatWhen(span: Span): string {
  const { range, zone } = spanParts(span);
  return `${range} (${zone})`;
}

export function formatProposal(
  proposal: Omit<Span, "timeZone"> | "unreadable",
  timeZone: string,
  locale?: Locale,
): string {
  return proposal === "unreadable"
    ? wordsIn(locale ?? "en").time.unreadable
    : formatWhen({ ...proposal, timeZone, locale });
}

/** The range in the viewer's zone, and in the meeting's zone if its clocks differ. */
export function whenLines(span: Span & { viewerZone: string | null }): string[] {
  const viewerZone = span.viewerZone && isTimeZone(span.viewerZone) ? span.viewerZone : span.timeZone;
  const differs = [span.startsAt, span.endsAt].some(
    (at) => zoneOffset(viewerZone, at.getTime()) !== zoneOffset(span.timeZone, at.getTime()),
  );
  const zones = differs ? [viewerZone, span.timeZone] : [viewerZone];
  return zones.map((timeZone) => formatWhen({ ...span, timeZone }));
}

/**
 * `15:00–16:00`, for a sentence beside the meeting's `whenLines`. It uses the zone of the first line.
 * The day appears if it differs, the zone if there are two lines.
 */
export function otherTime(
  other: Pick<Span, "startsAt" | "endsAt">,
  span: Span & { viewerZone: string | null },
): string {
  const timeZone = span.viewerZone && isTimeZone(span.viewerZone) ? span.viewerZone : span.timeZone;
  const { range, hours, day, zone } = spanParts({ ...other, timeZone, locale: span.locale });
  const isDay = day === spanParts({ ...span, timeZone }).day;
  const said = isDay ? hours : range;
  return whenLines(span).length > 1 ? `${said} (${zone})` : said;
}

/** Parts for other sentences. `until` names the day only if it differs. */
export function spanParts({ startsAt, endsAt, timeZone, locale = "en" }: Span) {
  const words = wordsIn(locale).time;
  const start = momentParts(startsAt, timeZone, locale);
  const end = momentParts(endsAt, timeZone, locale);
  const sameDay = start.date === end.date;
  const zone = zoneName(timeZone, locale);
  const hours = sameDay ? words.times(start.time, end.time) : `${words.time(start.time)} – ${end.moment}`;
  return {
    day: start.date,
    hours,
    from: start.moment,
    until: sameDay ? words.time(end.time) : end.moment,
    range: sameDay ? `${start.date}, ${hours}` : `${start.moment} – ${end.moment}`,
    sameDay,
    zone:
      start.offset === end.offset
        ? withOffset(timeZone, zone, start.offset)
        : words.offsets(zone, start.offset, end.offset),
  };
}

/** `24 Nov 2026, 15:00` */
export function formatShort(at: Date, timeZone: string, locale: Locale = "en"): string {
  return momentParts(at, timeZone, locale).short;
}

/** `24 Nov 2026, 15:00 GMT+5:45`. A subject names the zone, because readers may be in another. */
export function formatForSubject(at: Date, timeZone: string, locale: Locale): string {
  const { short, offset } = momentParts(at, timeZone, locale);
  return `${short} ${isUtc(timeZone) ? "UTC" : offset}`;
}

/** `Kathmandu time` */
export function zoneName(timeZone: string, locale: Locale = "en"): string {
  if (isUtc(timeZone)) return "UTC";
  const city = placeName(timeZone.split("/").at(-1)!);
  // Etc/GMT+5 means UTC−5.
  if (timeZone.startsWith("Etc/")) return city.replace(/[+-]/, (sign) => (sign === "+" ? "-" : "+"));
  return wordsIn(locale).time.zone(city);
}

const withOffset = (timeZone: string, zone: string, offset: string): string =>
  isUtc(timeZone) ? zone : timeZone.startsWith("Etc/") ? offset : `${zone}, ${offset}`;

type MomentParts = ReturnType<typeof formatMoment>;
const known = new Map<string, MomentParts>();
const maxKnown = 1000;

/** All mails of a meeting format the same few moments, and formatting costs more than the rest of the text. */
function momentParts(at: Date, timeZone: string, locale: Locale): MomentParts {
  const key = `${locale} ${timeZone} ${at.getTime()}`;
  const parts = known.get(key) ?? formatMoment(at, timeZone, locale);
  if (known.size >= maxKnown) known.clear();
  known.set(key, parts);
  return parts;
}

function formatMoment(at: Date, timeZone: string, locale: Locale) {
  const words = wordsIn(locale).time;
  const [long, short] = formatsOf(timeZone, locale, words);
  const part = partsOf(long, at);
  const time = `${part.hour}:${part.minute}`;
  const date = words.date(part);
  return {
    date,
    time,
    moment: words.moment(date, words.time(time)),
    offset: part.timeZoneName,
    short: `${words.shortDate(partsOf(short, at))}, ${words.time(time)}`,
  };
}

const formats = new Map<string, [long: Intl.DateTimeFormat, short: Intl.DateTimeFormat]>();

function formatsOf(timeZone: string, locale: Locale, { tag }: TimeWords) {
  const key = `${locale} ${timeZone}`;
  let pair = formats.get(key);
  if (!pair) {
    const day = { timeZone, day: "numeric", year: "numeric" } as const;
    const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "shortOffset" } as const;
    pair = [
      new Intl.DateTimeFormat(tag, { ...day, ...clock, weekday: "long", month: "long" }),
      new Intl.DateTimeFormat(tag, { ...day, month: "short" }),
    ];
    formats.set(key, pair);
  }
  return pair;
}

type Part = "weekday" | "day" | "month" | "year" | "hour" | "minute" | "timeZoneName";

function partsOf(format: Intl.DateTimeFormat, at: Date): Record<Part, string> {
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  return part as Record<Part, string>;
}
