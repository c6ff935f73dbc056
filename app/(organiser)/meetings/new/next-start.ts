import { wallTimeOf } from "@/lib/time/wall-time";

const halfHourMs = 30 * 60_000;

/** The next full or half hour that leaves ten minutes to fill in the form, on the clocks of the zone. */
export function nextStart(now: Date, timeZone: string): { date: string; time: string } {
  const soon = now.getTime() + 10 * 60_000;
  const { time } = wallTimeOf(new Date(soon), timeZone);
  const past = (Number(time.slice(3)) % 30) * 60_000 + (soon % 60_000);
  return wallTimeOf(new Date(past === 0 ? soon : soon - past + halfHourMs), timeZone);
}
