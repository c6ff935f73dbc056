import ICAL from "ical.js";
import { calendarTimes, isShownTwice } from "@/lib/mail/calendar/calendar-times";
import type { Invitation } from "@/lib/mail/message/invitation";
import { isUtc, zoneOffset } from "@/lib/time/zone-offset";

/** Start and end, read the way a calendar reads them: with the rules that the file itself brings along. */
export function checkTimes(
  calendar: ICAL.Component,
  event: ICAL.Component,
  ics: string,
  { timeZone, startsAt, endsAt }: Invitation,
): string[] {
  const broken: string[] = [];
  if (!(endsAt > startsAt)) broken.push("The meeting ends before it starts");
  const inUtc = isUtc(timeZone) || [startsAt, endsAt].some((at) => isShownTwice(timeZone, at.getTime()));
  const blocks = calendar.getAllSubcomponents("vtimezone");
  if (calendar.getAllSubcomponents().length !== blocks.length + 1) broken.push("There is a part that does not belong");
  if (blocks.length !== (inUtc ? 0 : 1)) return [...broken, `It holds ${blocks.length} time zones`];

  const block = blocks[0] && zoneOf(blocks[0], ics);
  if (block && block.tzid !== timeZone) broken.push(`TZID of the time zone is ${block.tzid}, not ${timeZone}`);
  if (block && block.text !== calendarTimes(timeZone, startsAt, endsAt).zone?.block.text)
    broken.push("The rules of the time zone are not those of the zone");
  for (const [name, at] of [
    ["dtstart", startsAt],
    ["dtend", endsAt],
  ] as const) {
    const property = event.getFirstProperty(name);
    const value = property?.getFirstValue();
    if (!property || !(value instanceof ICAL.Time) || value.isDate) {
      broken.push(`${name} is not a date and time`);
      continue;
    }
    const parameters = JSON.stringify(property.toJSON()[1]);
    if (parameters !== (inUtc ? "{}" : JSON.stringify({ tzid: timeZone })))
      broken.push(`${name} is not in the meeting's time zone: ${parameters}`);
    if ((value.zone?.tzid === "UTC") !== inUtc) broken.push(inUtc ? `${name} is not in UTC` : `${name} is in UTC`);
    const offset = block ? block.zone.utcOffset(value) : 0;
    if (!inUtc && offset !== zoneOffset(timeZone, at.getTime())) broken.push(`${name} has a wrong offset from UTC`);
    const { year, month, day, hour, minute, second } = value;
    const found = Date.UTC(year, month - 1, day, hour, minute, second) - offset * 1000;
    const wanted = Math.floor(at.getTime() / 1000) * 1000;
    if (found !== wanted) broken.push(`${name} is ${new Date(found).toISOString()}, not ${at.toISOString()}`);
  }
  return broken;
}

const remembered = new Map<string, { tzid: string; zone: ICAL.Timezone; text: string }>();

/** The same block comes with every invitation to a meeting; its rules are expanded once. */
function zoneOf(component: ICAL.Component, ics: string) {
  const text = ics.slice(ics.indexOf("BEGIN:VTIMEZONE"), ics.indexOf("END:VTIMEZONE") + "END:VTIMEZONE".length);
  let known = remembered.get(text);
  if (!known) {
    if (remembered.size >= 500) remembered.clear();
    const tzid = String(component.getFirstPropertyValue("tzid"));
    known = { tzid, zone: new ICAL.Timezone({ component, tzid }), text };
    remembered.set(text, known);
  }
  return known;
}
