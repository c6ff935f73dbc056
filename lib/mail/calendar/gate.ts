import ICAL from "ical.js";
import { maxLinkLength } from "@/lib/jitsi/room-url";
import { readVTimeZone, type VTimeZone } from "@/lib/mail/calendar/vtimezone";
import { LOCATION_LIMIT } from "@/lib/mail/message/calendar-text";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";

type Property = [name: string, parameters: Record<string, string>, type: string, ...values: string[]];
type Component = [name: string, properties: Property[], components: Component[]];

type Entry = {
  unfolded: string;
  calendar: Property[];
  event: Property[];
  zone: { tzid: string; offsetAt: VTimeZone["offsetAt"] } | null;
};

/** `source`: the standard or program that rejects the fault. The words for an admin are in lib/words/en/pages/participant.ts. */
type Rule<T> = { source: string; isBroken: (checked: T, mail: MeetingMail) => boolean };

const onceEach = ["uid", "dtstamp", "dtstart", "dtend", "sequence", "status", "summary", "organizer", "attendee"];
const token = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const tokensIn = (text: string): string[] => text.match(token) ?? [];

const formRules = {
  "line-ends": { source: "RFC 5545 §3.1", isBroken: (ics) => !ics.endsWith("\r\n") || /\r(?!\n)|(?<!\r)\n/.test(ics) },
  "long-line": { source: "RFC 5545 §3.1", isBroken: (ics) => ics.split("\r\n").some((l) => Buffer.byteLength(l) > 75) },
  "control-character": { source: "RFC 5545 §3.1", isBroken: (ics) => /[^\P{Cc}\r\n]|\p{Cs}/u.test(ics) },
} satisfies Record<string, Rule<string>>;

const entryRules = {
  method: {
    source: "RFC 6047 §2.4, Exchange",
    isBroken: ({ calendar }, { method }) => textOf(calendar, "method") !== method,
  },
  "property-count": {
    source: "RFC 5545 §3.6.1, RFC 5546 §3.2.2",
    isBroken: ({ event }) => onceEach.some((name) => event.filter((property) => property[0] === name).length !== 1),
  },
  uid: { source: "RFC 5546 §2.1.5", isBroken: ({ event }, { uid }) => textOf(event, "uid") !== uid },
  revision: {
    source: "RFC 5546 §2.1.5",
    isBroken: ({ event }, { sequence, revisedAt }) =>
      Number(textOf(event, "sequence")) !== sequence || instantOf(event, "dtstamp", null) !== inSeconds(revisedAt),
  },
  status: {
    source: "RFC 5546 §3.2.5",
    isBroken: ({ event }, { method }) => textOf(event, "status") !== (method === "CANCEL" ? "CANCELLED" : "CONFIRMED"),
  },
  organizer: {
    source: "RFC 5546 §2.1.1, Gmail, Outlook",
    isBroken: ({ event }, { sender }) => textOf(event, "organizer") !== `mailto:${sender.address}`,
  },
  "invites-its-sender": {
    source: "Outlook",
    isBroken: (_, { sender, recipient }) => sender.address.toLowerCase() === recipient.email.toLowerCase(),
  },
  attendee: {
    source: "RFC 5546 §3.2.2, Gmail",
    isBroken: ({ event }, { recipient }) => textOf(event, "attendee") !== `mailto:${recipient.email}`,
  },
  "time-zone": {
    source: "RFC 5545 §3.6.5, Outlook",
    isBroken: ({ event, zone }) =>
      ["dtstart", "dtend"].some((name) => {
        const [, parameters, , value] = propertyOf(event, name)!;
        return (parameters.tzid ?? null) !== (zone?.tzid ?? null) || value?.endsWith("Z") === (zone !== null);
      }),
  },
  times: {
    source: "RFC 5545 §3.3.5",
    isBroken: ({ event, zone }, { startsAt, endsAt }) =>
      instantOf(event, "dtstart", zone) !== inSeconds(startsAt) ||
      instantOf(event, "dtend", zone) !== inSeconds(endsAt),
  },
  "ends-before-start": { source: "RFC 5545 §3.8.2.2", isBroken: (_, { startsAt, endsAt }) => endsAt <= startsAt },
  "long-location": {
    source: "Exchange",
    isBroken: ({ event }) => [...(textOf(event, "location") ?? "")].length > LOCATION_LIMIT,
  },
  "link-not-in-entry": {
    source: "RFC 5545 §3.8.4.6, RFC 7986 §5.11",
    isBroken: ({ event }, { method, personalLink }) =>
      method === "REQUEST" && ["url", "conference"].some((name) => textOf(event, name) !== personalLink),
  },
  "link-after-cancellation": {
    source: "docs/decisions/009",
    isBroken: ({ event, unfolded }, { method, personalLink }) =>
      method === "CANCEL" &&
      (personalLink !== null || /[?&#]jwt=/.test(unfolded) || ["url", "conference"].some((n) => propertyOf(event, n))),
  },
  "token-of-another": {
    source: "docs/decisions/009",
    isBroken: ({ unfolded }, { personalLink }) =>
      tokensIn(unfolded).some((found) => !tokensIn(personalLink ?? "").includes(found)),
  },
} satisfies Record<string, Rule<Entry>>;

/** Rules for the link alone, which hold in a mail without a calendar entry as well. */
const linkRules = {
  "link-form": {
    source: "RFC 3986 §2",
    isBroken: (link) => !/^https?:\/\/[\x21-\x7e]+$/.test(link) || !URL.canParse(link) || new URL(link).href !== link,
  },
  "long-link": { source: "Outlook", isBroken: (link) => link.length > maxLinkLength },
  "two-tokens": {
    source: "Jitsi",
    isBroken: (link) => (link.match(/[?&#]jwt=/g) ?? []).length > 1 || tokensIn(link).length > 1,
  },
  "link-never-works": {
    source: "RFC 7519 §4.1.4, §4.1.5",
    isBroken: (_, { linkWorks }) => linkWorks !== null && linkWorks.until <= linkWorks.from,
  },
} satisfies Record<string, Rule<string>>;

/** The rule that a mail breaks. `unreadable`: no calendar would find one event in the file (RFC 5546 §3.2). */
export type GateCode =
  | keyof typeof formRules
  | keyof typeof entryRules
  | keyof typeof linkRules
  | "unreadable"
  | "no-link";

/** Reads a finished entry back. An empty list means that it may leave. */
export function checkIcs(ics: string, mail: MeetingMail): GateCode[] {
  const broken: GateCode[] = brokenOf(formRules, ics, mail);
  if (mail.method === "REQUEST") broken.push(...checkPersonalLink(mail));
  const entry = readEntry(ics);
  if (entry === null) return [...broken, "unreadable"];
  // The other rules read these properties.
  if (entryRules["property-count"].isBroken(entry)) return [...broken, "property-count"];
  return [...broken, ...brokenOf(entryRules, entry, mail)];
}

export function checkPersonalLink(mail: MeetingMail): GateCode[] {
  const { personalLink } = mail;
  return personalLink === null ? ["no-link"] : brokenOf(linkRules, personalLink, mail);
}

const brokenOf = <T, Code extends string>(rules: Record<Code, Rule<T>>, checked: T, mail: MeetingMail): Code[] =>
  (Object.keys(rules) as Code[]).filter((code) => rules[code].isBroken(checked, mail));

function readEntry(ics: string): Entry | null {
  // The zone's block is the same for everybody, so it is read once.
  const block = /^BEGIN:VTIMEZONE\r\n[\s\S]*?^END:VTIMEZONE\r\n/m.exec(ics)?.[0] ?? "";
  try {
    const [name, calendar, components] = ICAL.parse(ics.replace(block, "")) as Component;
    const [event] = components;
    if (name !== "vcalendar" || components.length !== 1 || event?.[0] !== "vevent" || event[2].length > 0) return null;
    return {
      unfolded: ics.replace(/\r\n[ \t]/g, "").replaceAll("\\n", "\n"),
      calendar,
      event: event[1],
      zone: block ? zoneOf(block) : null,
    };
  } catch {
    return null;
  }
}

const zones = new Map<string, NonNullable<Entry["zone"]>>();

function zoneOf(block: string) {
  let zone = zones.get(block);
  if (!zone) {
    if (zones.size >= 500) zones.clear();
    const tzid = /^TZID:(.*)$/m.exec(block)?.[1]?.trim() ?? "";
    zone = { tzid, offsetAt: readVTimeZone(block.trimEnd()).offsetAt };
    zones.set(block, zone);
  }
  return zone;
}

const propertyOf = (properties: Property[], name: string) => properties.find((property) => property[0] === name);
const textOf = (properties: Property[], name: string): string | undefined => propertyOf(properties, name)?.[3];
const inSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Seconds since the epoch at which a calendar puts the property; NaN where it is no date and time. */
function instantOf(event: Property[], name: string, zone: Entry["zone"]): number {
  const [, local, utc] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z?)$/.exec(textOf(event, name) ?? "") ?? [];
  if (!local) return Number.NaN;
  const offset = utc || !zone ? 0 : zone.offsetAt(local.replace(/[-:]/g, ""));
  return Date.parse(`${local}Z`) / 1000 - offset;
}
