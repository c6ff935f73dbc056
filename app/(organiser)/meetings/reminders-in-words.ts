import { inWords } from "./in-words";

/** `1 day and 15 minutes before the start`. */
export function remindersInWords(minutes: number[]): string {
  if (minutes.length === 0) return "None";
  const times = [...new Set(minutes)].sort((a, b) => b - a).map(lengthInWords);
  return `${new Intl.ListFormat("en-GB").format(times)} before the start`;
}

/** `1 day`, `90 minutes`. */
export function lengthInWords(minutes: number): string {
  if (minutes % 1440 === 0) return inWords(minutes / 1440, "day");
  return minutes % 60 === 0 ? inWords(minutes / 60, "hour") : inWords(minutes, "minute");
}
