import { Temporal } from "temporal-polyfill";

const hour = 8;

/** When clocks in the zone next show 08:00. */
export function nextMorning(now: Date, timeZone: string): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const today = here.withPlainTime({ hour });
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : here.add({ days: 1 }).withPlainTime({ hour });
  return new Date(next.epochMilliseconds);
}
