import type { Locale } from "@/lib/locale";
import { cityName, currentTimeZoneName, offsetName } from "@/lib/time/zone-names";
import { wordsIn } from "@/lib/words/words-in";

export type TimeZoneGroup = { region: string; zones: { value: string; label: string }[] };

/** Looking up 418 offsets takes about 90 ms, so labels are at most an hour old. */
const groupsOfHour = new Map<Locale, { hour: number; groups: TimeZoneGroup[] }>();
const HOUR_MS = 60 * 60 * 1000;

/**
 * Zones by region, with the offsets of the hour of `at`.
 * The server passes them to the select, because React refuses a page on which a browser's own list differs.
 */
export function timeZoneGroups(at: Date, locale: Locale): TimeZoneGroup[] {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  const known = groupsOfHour.get(locale);
  if (known?.hour === hour) return known.groups;
  const groups = groupZones(new Date(hour * HOUR_MS), locale);
  groupsOfHour.set(locale, { hour, groups });
  return groups;
}

function groupZones(at: Date, locale: Locale): TimeZoneGroup[] {
  const words: Record<string, string> = wordsIn(locale).time.regions;
  const regions = new Map<string, TimeZoneGroup["zones"]>([["Etc", [{ value: "UTC", label: "UTC" }]]]);
  for (const zone of Intl.supportedValuesOf("timeZone").map(currentTimeZoneName)) {
    const region = zone.split("/")[0]!;
    if (!zone.includes("/")) continue;
    const zones = regions.get(region) ?? [];
    zones.push({ value: zone, label: `${cityName(zone)} (${offsetName(zone, at)})` });
    regions.set(region, zones);
  }
  return [...regions].map(([region, zones]) => ({
    region: words[region] ?? region,
    zones: zones.sort((a, b) => a.label.localeCompare(b.label, locale)),
  }));
}
