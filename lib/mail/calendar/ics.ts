import ICAL from "ical.js";
import { createEvent, type EventAttributes } from "ics";
import { type CalendarTimes, calendarTimes } from "@/lib/mail/calendar/calendar-times";
import { calendarDescription, calendarLocation, calendarName, senderName } from "@/lib/mail/message/calendar-text";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import { cleanLine } from "@/lib/text";
import { wordsIn } from "@/lib/words/words-in";

type JCalProperty = [name: string, params: Record<string, string>, type: string, value: string];
type JCalComponent = [name: string, properties: JCalProperty[], components: JCalComponent[]];

// ical.js counts octets per line but not the space that a continued line starts with; RFC 5545 allows 75 in all.
ICAL.foldLength = 74;

/** The calendar entry of one mail: `ics` builds the event that all share, ical.js finishes it for one person. */
export function buildIcs(mail: MeetingMail): string {
  const { uid, recipient, personalLink } = mail;
  const times = calendarTimes(mail.timeZone, mail.startsAt, mail.endsAt);
  const [calendarProperties, eventProperties] = sharedEvent(mail, times);

  const own: JCalProperty[] = [["uid", {}, "text", uid]];
  // Free text goes in here and not through `ics`, which folds it by graphemes, in quadratic time, and lets CR pass.
  const add = (name: string, type: string, value: string | null, params: Record<string, string> = {}) => {
    if (value) own.push([name, params, type, value]);
  };
  add("attendee", "cal-address", `mailto:${recipient.email}`, {
    cn: calendarName(recipient.name) || recipient.email,
    cutype: "INDIVIDUAL",
    role: recipient.isOrganiser ? "CHAIR" : "REQ-PARTICIPANT",
    partstat: mail.partstat,
    rsvp: recipient.isOrganiser ? "FALSE" : "TRUE",
  });
  add("summary", "text", cleanLine(mail.title));
  add("description", "text", calendarDescription(mail));
  if (mail.method === "REQUEST") {
    add("location", "text", calendarLocation(mail));
    add("url", "uri", personalLink);
    add("conference", "uri", personalLink, { feature: "VIDEO", label: wordsIn(mail.locale).calendar.conference });
  }

  const event: JCalComponent = ["vevent", [...eventProperties, ...own], []];
  const text = ICAL.stringify(["vcalendar", calendarProperties, [event]] as unknown as string[]);
  // As text: the same block need not be parsed and written for each person.
  return times.zone ? text.replace("\r\nBEGIN:VEVENT", () => `\r\n${times.zone?.block.text}\r\nBEGIN:VEVENT`) : text;
}

const remembered = new Map<string, [calendar: JCalProperty[], event: JCalProperty[]]>();

/** Built, and validated by `ics`, once for all people with the same SEQUENCE, DTSTAMP and language. */
function sharedEvent(mail: MeetingMail, times: CalendarTimes) {
  const { method, sequence, revisedAt, createdAt, sender } = mail;
  const cancelled = method === "CANCEL";
  const attributes: EventAttributes & { timestamp: number } = {
    productId: "-//Latchkey//Latchkey//EN",
    method,
    uid: "each person has one",
    title: "",
    sequence,
    timestamp: revisedAt.getTime(),
    created: createdAt.getTime(),
    lastModified: revisedAt.getTime(),
    start: times.start,
    end: times.end,
    status: cancelled ? "CANCELLED" : "CONFIRMED",
    busyStatus: cancelled ? "FREE" : "BUSY",
    transp: cancelled ? "TRANSPARENT" : "OPAQUE",
    organizer: { name: senderName(mail), email: sender.address },
  };
  const key = JSON.stringify([attributes, times.zone?.tzid]);
  const known = remembered.get(key);
  if (known) return known;

  const { error, value } = createEvent(attributes);
  if (error || !value)
    throw new Error(`The calendar entry cannot be built: ${JSON.stringify(error)}`, { cause: error });
  const [, calendarProperties, [event]] = ICAL.parse(value) as JCalComponent;
  const shared: [JCalProperty[], JCalProperty[]] = [
    calendarProperties.filter(([name]) => name !== "x-published-ttl"),
    event![1].filter(([name]) => name !== "uid").map((property) => finish(property, times)),
  ];
  if (remembered.size >= 500) remembered.clear();
  remembered.set(key, shared);
  return shared;
}

function finish([name, params, type, value]: JCalProperty, { zone }: CalendarTimes): JCalProperty {
  if (zone && (name === "dtstart" || name === "dtend")) return [name, { ...params, tzid: zone.tzid }, type, value];
  if (name === "organizer") return [name, params, type, value.replace(/^MAILTO:/, "mailto:")];
  return [name, params, type, value];
}
