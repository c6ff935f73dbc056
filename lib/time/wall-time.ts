import { Temporal } from "temporal-polyfill";

export type WallTimeResult = { ok: true; at: Date } | { ok: false; reason: "not-a-time" | "skipped" };

/**
 * The instant at which clocks in `timeZone` show `2026-11-24` and `15:00`.
 * An hour skipped in spring is refused. Of an hour repeated in autumn, the first is taken.
 */
export function instantOf(date: string, time: string, timeZone: string): WallTimeResult {
  try {
    const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
    const zoned = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
    if (!zoned.toPlainDateTime().equals(wall)) return { ok: false, reason: "skipped" };
    return { ok: true, at: new Date(zoned.epochMilliseconds) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: "not-a-time" };
    throw error;
  }
}

const zonedTimeOf = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

export function wallTimeOf(at: Date, timeZone: string): { date: string; time: string } {
  const zoned = zonedTimeOf(at, timeZone);
  return { date: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** Wall time with its zone (RFC 9557), to the minute: `2026-11-24T15:00[Europe/Berlin]`. */
export const writeZonedTime = (at: Date, timeZone: string): string =>
  zonedTimeOf(at, timeZone).toString({ smallestUnit: "minute", offset: "never" });

/** @throws RangeError if the text has another form, or an unknown zone */
export const readZonedTime = (text: string): Date => new Date(Temporal.ZonedDateTime.from(text).epochMilliseconds);

const morningHour = 8;

/** When clocks in the zone next show 08:00. */
export function nextMorning(now: Date, timeZone: string): Date {
  const here = zonedTimeOf(now, timeZone);
  const morning = { hour: morningHour };
  const today = here.withPlainTime(morning);
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : here.add({ days: 1 }).withPlainTime(morning);
  return new Date(next.epochMilliseconds);
}

export function isNamedZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    // Intl also takes offsets such as +01:00. Calendars do not know them as zones.
    return /^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(timeZone);
  } catch {
    return false;
  }
}
