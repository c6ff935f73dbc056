import { cityName } from "@/app/_components/time-zones";

/** "Kathmandu time": without an offset, which would be wrong for half of a list that a clock change divides. */
export function zoneName(timeZone: string): string {
  return /^(Etc\/)?(UTC|GMT)$/.test(timeZone) ? "UTC" : `${cityName(timeZone)} time`;
}
