import ICAL from "ical.js";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { zoneOffset } from "@/lib/time/zone-offset";

/** A VTIMEZONE as text (lines end in CRLF, the last one without) and the offset it gives for a local time. */
export type VTimeZone = { text: string; offsetAt: (local: string) => number };

const fromLibrary = new Map<string, VTimeZone | null>();

/**
 * The zone's rules for an entry from `start` to `end` (epoch milliseconds). Where the library's block disagrees with `Intl`,
 * the block says what `Intl` knows: the text of the mail uses `Intl`, and the two would be an hour apart.
 */
export function vtimezoneFor(timeZone: string, start: number, end: number): VTimeZone {
  const known = libraryBlock(timeZone);
  const agrees = (instant: number) => known?.offsetAt(localTime(timeZone, instant)) === zoneOffset(timeZone, instant);
  return known && agrees(start) && agrees(end) ? known : blockFromIntl(timeZone, start, end);
}

export function localTime(timeZone: string, instant: number): string {
  return basicTime(instant + zoneOffset(timeZone, instant) * 1000);
}

export function basicTime(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}Z/g, "");
}

export function readVTimeZone(text: string): VTimeZone {
  const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
  return { text, offsetAt: (local) => zone.utcOffset(icalTime(local)) };
}

function icalTime(local: string): ICAL.Time {
  return ICAL.Time.fromDateTimeString(local.replace(/^(....)(..)(..T..)(..)(..)$/, "$1-$2-$3:$4:$5"));
}

function libraryBlock(timeZone: string): VTimeZone | null {
  let block = fromLibrary.get(timeZone);
  if (block === undefined) {
    const found = tzlib_get_ical_block(timeZone)[0];
    // An alias comes back under its other name, and the event refers to the zone by the meeting's name for it.
    const lines = found?.startsWith("BEGIN:VTIMEZONE")
      ? found.split("\r\n").filter((line) => !UNNEEDED.test(line))
      : null;
    block = lines && readVTimeZone(lines.map((line) => line.replace(/^TZID:.*/, `TZID:${timeZone}`)).join("\r\n"));
    fromLibrary.set(timeZone, block);
  }
  return block;
}

const UNNEEDED = /^(X-LIC-LOCATION|LAST-MODIFIED|TZNAME)/;

/** Rules for this entry only: the offset at its start and, when the clocks change meanwhile, the change. */
export function blockFromIntl(timeZone: string, start: number, end: number): VTimeZone {
  const before = zoneOffset(timeZone, start);
  const after = zoneOffset(timeZone, end);
  const lines = ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...observance(before, before, "19700101T000000")];
  if (after !== before) {
    const change = firstInstantWith(after, timeZone, start, end);
    lines.push(...observance(before, after, basicTime(change + before * 1000)));
  }
  return readVTimeZone([...lines, "END:VTIMEZONE"].join("\r\n"));
}

function observance(from: number, to: number, since: string): string[] {
  const name = to > from ? "DAYLIGHT" : "STANDARD";
  const offsets = [`TZOFFSETFROM:${formatOffset(from)}`, `TZOFFSETTO:${formatOffset(to)}`];
  return [`BEGIN:${name}`, ...offsets, `DTSTART:${since}`, `END:${name}`];
}

function formatOffset(seconds: number): string {
  const minutes = Math.abs(Math.trunc(seconds / 60));
  const two = (value: number) => String(value).padStart(2, "0");
  return `${seconds < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`;
}

function firstInstantWith(offset: number, timeZone: string, start: number, end: number): number {
  let [low, high] = [Math.floor(start / 1000), Math.ceil(end / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffset(timeZone, middle * 1000) === offset) high = middle;
    else low = middle;
  }
  return high * 1000;
}
