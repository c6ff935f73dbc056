import type ICAL from "ical.js";
import { checkForm, checkNesting, checkWritten, type Line, unfold } from "@/lib/mail/calendar/gate-form";
import { checkLink, checkNoLink } from "@/lib/mail/calendar/gate-link";
import { readCalendar } from "@/lib/mail/calendar/gate-read";
import { checkTimes } from "@/lib/mail/calendar/gate-times";
import { calendarDescription, calendarLocation, calendarName, senderName } from "@/lib/mail/message/calendar-text";
import type { Invitation } from "@/lib/mail/message/invitation";
import { cleanLine, cleanText } from "@/lib/text";

/** What an entry may hold, and in which of the two methods. Anything else was not put there by us. */
const ALWAYS =
  "uid dtstamp created last-modified dtstart dtend sequence status summary description organizer attendee transp x-microsoft-cdo-busystatus";
const PROPERTIES = {
  REQUEST: new Set(`${ALWAYS} location url conference`.split(" ")),
  CANCEL: new Set(ALWAYS.split(" ")),
};
const CALENDAR = { version: "2.0", calscale: "GREGORIAN", prodid: "-//Latchkey//Latchkey//EN" };

/**
 * Reads a finished entry back and holds every value against the invitation and the rules of mail and calendar clients.
 * Returns each broken rule in words; nothing means that the entry may leave.
 */
export function checkIcs(ics: string, invitation: Invitation): string[] {
  const lines = unfold(ics);
  const broken = [...checkForm(ics), ...checkNesting(lines)];
  try {
    return [...broken, ...checkValues(ics, lines, invitation)];
  } catch (error) {
    return [...broken, `It cannot be read: ${error instanceof Error ? error.message : error}`];
  }
}

function checkValues(ics: string, lines: Line[], invitation: Invitation): string[] {
  const broken: string[] = [];
  const calendar = readCalendar(ics);
  const events = calendar.name === "vcalendar" ? calendar.getAllSubcomponents("vevent") : [];
  const event = events[0];
  if (!event || events.length > 1) return ["It does not hold exactly one event"];

  const expect = (rule: string, found: unknown, wanted: unknown) => {
    if (found !== wanted) broken.push(`${rule}: found ${shown(found)}, expected ${shown(wanted)}`);
  };
  const text = (component: ICAL.Component, name: string) => component.getFirstPropertyValue(name);
  const instant = (name: string) => String(text(event, name));

  for (const [name, wanted] of Object.entries({ ...CALENDAR, method: invitation.method }))
    expect(name.toUpperCase(), text(calendar, name), wanted);
  expect("Calendar properties", namesOf(calendar), "calscale method prodid version");
  expect("Parts of the event", event.getAllSubcomponents().length, 0);
  const names = event.getAllProperties().map((property) => property.name);
  for (const [i, name] of names.entries()) {
    if (!PROPERTIES[invitation.method].has(name)) broken.push(`${name} does not belong in here`);
    if (names.indexOf(name) !== i) broken.push(`${name} stands there more than once`);
  }

  broken.push(...checkWritten(ics, [...calendar.getAllProperties(), ...event.getAllProperties()]));

  const cancelled = invitation.method === "CANCEL";
  expect("UID", text(event, "uid"), invitation.uid);
  expect("SEQUENCE", text(event, "sequence"), invitation.sequence);
  expect("DTSTAMP", instant("dtstamp"), utc(invitation.revisedAt));
  expect("LAST-MODIFIED", instant("last-modified"), utc(invitation.revisedAt));
  expect("CREATED", instant("created"), utc(invitation.createdAt));
  expect("STATUS", text(event, "status"), cancelled ? "CANCELLED" : "CONFIRMED");
  expect("TRANSP", text(event, "transp"), cancelled ? "TRANSPARENT" : "OPAQUE");
  expect("BUSYSTATUS", text(event, "x-microsoft-cdo-busystatus"), cancelled ? "FREE" : "BUSY");
  expect("SUMMARY", text(event, "summary"), cleanLine(invitation.title));
  expect("DESCRIPTION", text(event, "description"), calendarDescription(invitation));
  if (cleanLine(invitation.title) === "") broken.push("The meeting has no title");
  if (!cancelled && !String(text(event, "description")).endsWith(cleanText(invitation.description)))
    broken.push("DESCRIPTION does not hold what the organiser wrote");

  broken.push(...checkPeople(event, lines, invitation), ...checkTimes(calendar, event, ics, invitation));
  if (cancelled) return [...broken, ...checkNoLink(lines, invitation)];
  expect("LOCATION", text(event, "location"), calendarLocation(invitation));
  return [...broken, ...checkLink(event, lines, invitation)];
}

function checkPeople(event: ICAL.Component, lines: Line[], invitation: Invitation): string[] {
  const { sender, recipient, partstat } = invitation;
  const broken: string[] = [];
  const expect = (name: string, wanted: Record<string, string>, address: string) => {
    const property = event.getFirstProperty(name);
    const found = property && { ...property.toJSON()[1], [property.type]: property.getFirstValue() };
    const expected = { ...wanted, "cal-address": `mailto:${address}` };
    if (sorted(found) !== sorted(expected))
      broken.push(`${name}: found ${sorted(found)}, expected ${sorted(expected)}`);
  };
  expect("organizer", { cn: senderName(invitation) }, sender.address);
  const own = recipient.isOrganiser ? { role: "CHAIR", rsvp: "FALSE" } : { role: "REQ-PARTICIPANT", rsvp: "TRUE" };
  expect(
    "attendee",
    { cn: calendarName(recipient.name) || recipient.email, cutype: "INDIVIDUAL", partstat, ...own },
    recipient.email,
  );
  if (recipient.isOrganiser && partstat !== "ACCEPTED") broken.push("The organiser has not accepted");
  if (sender.address.toLowerCase() === recipient.email.toLowerCase()) broken.push("The recipient is the ORGANIZER");

  const known = new Set([sender.address, recipient.email].map((address) => address.toLowerCase()));
  for (const { name, line } of lines) {
    // Title and description are compared as a whole; what the organiser wrote there is theirs to say.
    if (name === "UID" || name === "SUMMARY" || name === "DESCRIPTION" || !line.includes("@")) continue;
    for (const word of line.split(/[\s<>:;,="]+/))
      if (word.includes("@") && !known.has(word.toLowerCase())) broken.push(`${name} holds another address: ${word}`);
  }
  return broken;
}

const utc = (at: Date) => at.toISOString().replace(/\.\d{3}/, "");
const namesOf = (component: ICAL.Component) =>
  component
    .getAllProperties()
    .map((p) => p.name)
    .sort()
    .join(" ");
const sorted = (value: object | null) => JSON.stringify(value && Object.entries(value).sort());
const shown = (value: unknown) => (value === null ? "nothing" : JSON.stringify(String(value).slice(0, 200)));
