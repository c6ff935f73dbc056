import { basicTime, localTime, type VTimeZone, vtimezoneFor } from "@/lib/mail/calendar/vtimezone";
import { isUtc, zoneOffset } from "@/lib/time/zone-offset";

export type CalendarTimes = { start: string; end: string; zone: { tzid: string; block: VTimeZone } | null };

const remembered = new Map<string, CalendarTimes>();

/** Remembered: one meeting is mailed to hundreds of people. */
export function calendarTimes(timeZone: string, startsAt: Date, endsAt: Date): CalendarTimes {
  const key = `${timeZone} ${startsAt.getTime()} ${endsAt.getTime()}`;
  let times = remembered.get(key);
  if (!times) {
    if (remembered.size >= 500) remembered.clear();
    times = reckon(timeZone, startsAt.getTime(), endsAt.getTime());
    remembered.set(key, times);
  }
  return times;
}

function reckon(timeZone: string, start: number, end: number): CalendarTimes {
  // An hour that the clocks show twice cannot be named by its local time, and calendars guess differently.
  if (isUtc(timeZone) || isShownTwice(timeZone, start) || isShownTwice(timeZone, end))
    return { start: `${basicTime(start)}Z`, end: `${basicTime(end)}Z`, zone: null };
  const zone = { tzid: timeZone, block: vtimezoneFor(timeZone, start, end) };
  return { start: localTime(timeZone, start), end: localTime(timeZone, end), zone };
}

/** Whether another instant within the day before or after has the same local time. */
export function isShownTwice(timeZone: string, instant: number): boolean {
  const offset = zoneOffset(timeZone, instant);
  return [-1, 1].some((days) => {
    const other = zoneOffset(timeZone, instant + days * 86_400_000);
    return other !== offset && zoneOffset(timeZone, instant + (offset - other) * 1000) === other;
  });
}
