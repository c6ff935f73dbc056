import type { Locale } from "@/lib/locale";

export type DayParts = { weekday: string; day: string; month: string; year: string };

/** How a language puts a date and a time together; `Intl` has their names. Apart from the sentences: pages use it too. */
export type WhenWords = {
  /** For `Intl`. */
  tag: string;
  date: (parts: DayParts) => string;
  /** `24 Nov 2026` from the abbreviated month. */
  shortDate: (parts: DayParts) => string;
  time: (time: string) => string;
  times: (from: string, until: string) => string;
  /** A date with its time. */
  moment: (date: string, time: string) => string;
  zone: (city: string) => string;
  offsets: (zone: string, start: string, end: string) => string;
};

const en: WhenWords = {
  tag: "en-GB",
  date: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  shortDate: ({ day, month, year }) => `${day} ${month.slice(0, 3)} ${year}`,
  time: (time) => time,
  times: (from, until) => `${from}–${until}`,
  moment: (date, time) => `${date}, ${time}`,
  zone: (city) => `${city} time`,
  offsets: (zone, start, end) => `${zone}, ${start} at the start and ${end} at the end`,
};

const de: WhenWords = {
  tag: "de",
  date: ({ weekday, day, month, year }) => `${weekday}, ${day}. ${month} ${year}`,
  shortDate: ({ day, month, year }) => `${day}. ${month} ${year}`,
  time: (time) => `${time} Uhr`,
  times: (from, until) => `${from}–${until} Uhr`,
  moment: (date, time) => `${date}, ${time}`,
  zone: (city) => `Ortszeit ${city}`,
  offsets: (zone, start, end) => `${zone}, ${start} am Anfang und ${end} am Ende`,
};

const fr: WhenWords = {
  tag: "fr",
  date: ({ weekday, day, month, year }) => `${weekday} ${day === "1" ? "1er" : day} ${month} ${year}`,
  shortDate: ({ day, month, year }) => `${day === "1" ? "1er" : day} ${month} ${year}`,
  time: (time) => time,
  times: (from, until) => `${from}–${until}`,
  moment: (date, time) => `${date} à ${time}`,
  zone: (city) => (/^[AEIOUÀÂÉÈÊÎÔ]/i.test(city) ? `heure d’${city}` : `heure de ${city}`),
  offsets: (zone, start, end) => `${zone}, ${start} au début et ${end} à la fin`,
};

const es: WhenWords = {
  tag: "es",
  date: ({ weekday, day, month, year }) => `${weekday} ${day} de ${month} de ${year}`,
  shortDate: ({ day, month, year }) => `${day} ${month} ${year}`,
  time: (time) => time,
  times: (from, until) => `${from}–${until}`,
  moment: (date, time) => `${date} a ${time.startsWith("01:") ? "la" : "las"} ${time}`,
  zone: (city) => `hora de ${city}`,
  offsets: (zone, start, end) => `${zone}, ${start} al principio y ${end} al final`,
};

const languages: Record<Locale, WhenWords> = { en, de, fr, es };

export const whenWords = (locale: Locale): WhenWords => languages[locale];
