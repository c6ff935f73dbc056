import { placeName } from "@/lib/time/place-name";

export type TimeZoneGroup = { region: string; zones: { value: string; label: string }[] };

/** Engines still list these under names their cities no longer use. */
const renamed: Record<string, string> = {
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
};

export function currentTimeZoneName(zone: string): string {
  return renamed[zone] ?? zone;
}

/** "UTC+5:45", as it is at the given instant. */
export function offsetName(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(at);
  const offset = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return offset === "GMT" ? "UTC" : offset.replace("GMT", "UTC").replace("-", "\u2212");
}

/** "Kathmandu", "Buenos Aires, Argentina": what a person would look for. */
export function cityName(timeZone: string): string {
  return timeZone.split("/").slice(1).reverse().map(placeName).join(", ") || timeZone;
}

/** Looking up 418 offsets takes about 90 ms, and a label an hour behind a clock change misleads nobody. */
const groupsOfHour = new Map<number, TimeZoneGroup[]>();
const HOUR_MS = 60 * 60 * 1000;

/**
 * Every zone by region, with its offset at `at` to the hour. Made on the server and handed to the select: a browser's
 * own list may differ, and React refuses a page that differs from what the server sent.
 */
export function timeZoneGroups(at: Date): TimeZoneGroup[] {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  const known = groupsOfHour.get(hour);
  if (known) return known;
  const groups = groupZones(new Date(hour * HOUR_MS));
  groupsOfHour.clear();
  groupsOfHour.set(hour, groups);
  return groups;
}

function groupZones(at: Date): TimeZoneGroup[] {
  const regions = new Map<string, TimeZoneGroup["zones"]>([["Universal", [{ value: "UTC", label: "UTC" }]]]);
  for (const zone of Intl.supportedValuesOf("timeZone").map(currentTimeZoneName)) {
    const region = zone.split("/")[0]!;
    if (!zone.includes("/")) continue;
    const zones = regions.get(region) ?? [];
    zones.push({ value: zone, label: `${cityName(zone)} (${offsetName(zone, at)})` });
    regions.set(region, zones);
  }
  return [...regions].map(([region, zones]) => ({
    region,
    zones: zones.sort((a, b) => a.label.localeCompare(b.label, "en")),
  }));
}
