import { pageLocale } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import { cityName, currentTimeZoneName, offsetName } from "@/lib/time/zone-names";

const minuteMs = 60_000;

/** Rounded up to the minute that is shown: at the time named it has to work. */
export function tooManyAttempts(retryAt: Date, timeZone: string): string {
  const at = new Date(Math.ceil(retryAt.getTime() / minuteMs) * minuteMs);
  const time = new Intl.DateTimeFormat(pageLocale, { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
  const [city, offset] = [cityName(currentTimeZoneName(timeZone)), offsetName(timeZone, at)];
  return pageWords().signIn.tooManyAttempts(time, city === offset ? city : `${city}, ${offset}`);
}
