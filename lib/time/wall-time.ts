import { Temporal } from "temporal-polyfill";

export type WallTimeResult = { ok: true; at: Date } | { ok: false; reason: "not-a-time" | "skipped" };

/**
 * The instant at which clocks in `timeZone` show `2026-11-24` and `15:00`. Refuses an hour that clocks skip in spring,
 * because nobody meant it. Takes the first of an hour that comes twice in autumn.
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

export function wallTimeOf(at: Date, timeZone: string): { date: string; time: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { date: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString({ smallestUnit: "minute" }) };
}

export function isNamedZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    // Intl also takes offsets such as +01:00. They have no rules, and calendars do not know them.
    return /^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(timeZone);
  } catch {
    return false;
  }
}
