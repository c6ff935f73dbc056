import { cityName, currentTimeZoneName, offsetName } from "@/app/_components/time-zones";

const minuteMs = 60_000;

/** Rounded up to the minute that is shown: at the time named it has to work. */
export function tooManyAttempts(retryAt: Date, timeZone: string): string {
  const at = new Date(Math.ceil(retryAt.getTime() / minuteMs) * minuteMs);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
  const [city, offset] = [cityName(currentTimeZoneName(timeZone)), offsetName(timeZone, at)];
  return `Too many attempts. Try again at ${time} (${city === offset ? city : `${city}, ${offset}`}).`;
}
