import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { checkIcs } from "@/lib/mail/calendar/gate";
import { buildIcs } from "@/lib/mail/calendar/ics";
import { blockFromIntl, localTime } from "@/lib/mail/calendar/vtimezone";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import { cleanLine, cleanText } from "@/lib/text";
import { cancellation, organisersCopy, participant, portalLink } from "../message/fixture";

// Thousands of cases each: a busy machine must not turn them into failures.

function read(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const event = calendar.getFirstSubcomponent("vevent")!;
  const value = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null;
  const block = calendar.getFirstSubcomponent("vtimezone");
  const instant = (name: string) => {
    const time = event.getFirstPropertyValue(name) as ICAL.Time;
    time.zone = block ? new ICAL.Timezone(block) : ICAL.Timezone.utcTimezone;
    return time.toUnixTime() * 1000;
  };
  return {
    calendar,
    event,
    value,
    instant,
    names: event
      .getAllProperties()
      .map(({ name }) => name)
      .sort(),
  };
}

describe("a calendar reads the values that were entered", () => {
  test.each([
    ["a participant's", participant],
    ["the organiser's copy", organisersCopy],
    ["with a short link", portalLink],
    ["a cancellation", cancellation],
    ["without description", { ...participant, description: "" }],
    [
      "without names",
      {
        ...participant,
        organiser: { ...participant.organiser, name: "" },
        recipient: { ...participant.recipient, name: "" },
      },
    ],
    ["after a change", { ...participant, sequence: 3, revisedAt: new Date("2026-11-03T00:00:00Z") }],
  ])("%s", (_, mail: MeetingMail) => {
    const ics = buildIcs(mail);
    const { value, instant, calendar } = read(ics);
    expect(checkIcs(ics, mail)).toEqual([]);
    expect(calendar.getFirstPropertyValue("method")).toBe(mail.method);
    expect(value("uid")).toBe(mail.uid);
    expect(value("sequence")).toBe(String(mail.sequence));
    expect(value("summary")).toBe(mail.title);
    expect(value("dtstamp")).toBe(mail.revisedAt.toISOString().replace(".000", ""));
    expect(value("attendee")).toBe(`mailto:${mail.recipient.email}`);
    expect(value("organizer")).toBe("mailto:invites@latchkey.example");
    expect(value("url")).toBe(mail.personalLink);
    expect(value("conference")).toBe(mail.personalLink);
    expect(instant("dtstart")).toBe(mail.startsAt.getTime());
    expect(instant("dtend")).toBe(mail.endsAt.getTime());
  });
});

test("the organiser's copy is accepted in the chair, everybody else is asked", () => {
  const attendee = (mail: MeetingMail) => read(buildIcs(mail)).event.getFirstProperty("attendee")!.toJSON()[1];
  expect(attendee(organisersCopy)).toMatchObject({ role: "CHAIR", partstat: "ACCEPTED", rsvp: "FALSE" });
  const moderator: MeetingMail = { ...participant, recipient: { ...participant.recipient, role: "MODERATOR" } };
  for (const mail of [participant, moderator])
    expect(attendee(mail)).toMatchObject({ role: "REQ-PARTICIPANT", partstat: "NEEDS-ACTION", rsvp: "TRUE" });
});

test("LOCATION carries a link of at most 255 characters, and words for a longer one", () => {
  expect(read(buildIcs(portalLink)).value("location")).toBe(portalLink.personalLink);
  expect(read(buildIcs(participant)).value("location")).toBe(
    "Video meeting on meet.example.org. Your personal link is in the description.",
  );
});

test.each([
  [255, true],
  [256, false],
])("a link of %d characters is a LOCATION: %s", (length, fits) => {
  const personalLink = "https://latchkey.example/j/".padEnd(length, "x");
  expect(read(buildIcs({ ...participant, personalLink })).value("location") === personalLink).toBe(fits);
});

test("a cancellation holds no link, no token and nothing the organiser wrote", () => {
  const ics = buildIcs({ ...cancellation, description: "see https://example.org/?jwt=x" });
  expect(ics).not.toMatch(/:\/\/|jwt|LOCATION|CONFERENCE|URL/);
  expect(read(ics).value("status")).toBe("CANCELLED");
});

const HOUR = 3_600_000;
describe("start and end are the right instants by the rules that come with the entry", () => {
  test.each([
    ["Asia/Kathmandu", "2026-11-24T09:15:00Z", 1],
    ["Europe/Berlin", "2026-07-01T09:15:00Z", 1],
    ["Europe/Berlin over the spring change", "2027-03-28T00:30:00Z", 2],
    ["Europe/Berlin over the autumn change", "2026-10-24T20:00:00Z", 12],
    ["Europe/Berlin in the hour shown twice", "2026-10-25T00:30:00Z", 1],
    ["Europe/Berlin ending in the hour shown twice", "2026-10-24T23:30:00Z", 2],
    ["America/New_York", "2026-03-08T06:59:00Z", 1],
    ["America/New_York", "2026-12-31T23:00:00Z", 24],
    ["Pacific/Apia", "2026-11-24T09:15:00Z", 1],
    ["America/Vancouver", "2026-12-24T09:15:00Z", 1],
    ["America/Vancouver over a change", "2026-11-01T05:00:00Z", 12],
    ["America/Edmonton", "2027-01-10T18:00:00Z", 1],
    ["Africa/Casablanca", "2026-11-24T09:15:00Z", 1],
    ["Africa/Casablanca in Ramadan", "2027-02-20T09:15:00Z", 1],
    ["Australia/Lord_Howe", "2026-04-04T10:00:00Z", 12],
    ["Asia/Calcutta", "2026-11-24T09:15:00Z", 1],
    ["America/Argentina/Buenos_Aires", "2026-11-24T09:15:00Z", 1],
    ["Etc/GMT+5", "2026-11-24T09:15:00Z", 1],
    ["UTC", "2026-11-24T09:15:00Z", 1],
    ["Etc/UTC", "2026-11-24T09:15:00Z", 1],
  ])("%s %s for %d h", (label, start, hours) => {
    const timeZone = label.split(" ")[0]!;
    const startsAt = new Date(start);
    const mail = { ...participant, timeZone, startsAt, endsAt: new Date(startsAt.getTime() + hours * HOUR) };
    const ics = buildIcs(mail);
    const { instant, event, calendar } = read(ics);
    expect(checkIcs(ics, mail)).toEqual([]);
    expect([instant("dtstart"), instant("dtend")]).toEqual([startsAt.getTime(), mail.endsAt.getTime()]);
    const inUtc = /UTC|shown twice/.test(label);
    expect(event.getFirstProperty("dtstart")!.getParameter("tzid") ?? null).toBe(inUtc ? null : timeZone);
    expect(calendar.getAllSubcomponents("vtimezone")).toHaveLength(inUtc ? 0 : 1);
  });

  test("in every zone there is, around the year", () => {
    for (const [i, timeZone] of Intl.supportedValuesOf("timeZone").entries())
      for (const month of [0, 6]) {
        const startsAt = new Date(Date.UTC(2026, month + (i % 3), 1 + (i % 28), i % 24, 15));
        const mail = { ...participant, timeZone, startsAt, endsAt: new Date(startsAt.getTime() + HOUR) };
        expect(checkIcs(buildIcs(mail), mail), `${timeZone} ${startsAt.toISOString()}`).toEqual([]);
      }
  });
});

test.each([
  ["2027-03-27T12:00:00Z", "2027-03-28T12:00:00Z", "DAYLIGHT", "+0100", "+0200", "20270328T020000"],
  ["2027-10-30T12:00:00Z", "2027-10-31T12:00:00Z", "STANDARD", "+0200", "+0100", "20271031T030000"],
])("rules made from Intl know the change between %s and %s", (start, end, name, from, to, since) => {
  const { text, offsetAt } = blockFromIntl("Europe/Berlin", Date.parse(start), Date.parse(end));
  const change = [`BEGIN:${name}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `DTSTART:${since}`, `END:${name}`];
  expect(text.split("\r\n").slice(-6)).toEqual([...change, "END:VTIMEZONE"]);
  expect(offsetAt(localTime("Europe/Berlin", Date.parse(start)))).toBe((Number(from) / 100) * 3_600);
  expect(offsetAt(localTime("Europe/Berlin", Date.parse(end)))).toBe((Number(to) / 100) * 3_600);
});

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "\r",
          "\n",
          "\r\n",
          "\t",
          '"',
          "\\",
          "^n",
          "^'",
          ";",
          ":",
          ",",
          "=cmd|' /C calc'!A0",
          "<b onload=x>",
          "\u202e",
          "\u2028",
          "\0",
        ],
        ...[
          "\u0085",
          "\ud800",
          "👩‍👩‍👧",
          "é",
          "字".repeat(40),
          "BEGIN:VEVENT",
          "\r\nATTENDEE:mailto:eve@evil.example",
          "\r\n ",
          "END:VEVENT\r\n",
        ],
        ...["a b", "\\n", "\\", "https://evil.example/", "x".repeat(200)],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

test("names, titles and descriptions never change the structure of an entry", () => {
  const structure = read(buildIcs(participant)).names;
  fc.assert(
    fc.property(nasty, nasty, nasty, nasty, (title, description, organiser, name) => {
      const mail: MeetingMail = {
        ...participant,
        title: `t${title}`,
        description,
        organiser: { ...participant.organiser, name: organiser },
        recipient: { ...participant.recipient, name },
      };
      const ics = buildIcs(mail);
      expect(checkIcs(ics, mail)).toEqual([]);
      const { names, value, calendar } = read(ics);
      expect(names).toEqual(structure);
      expect(calendar.getAllSubcomponents()).toHaveLength(2);
      expect(value("summary")).toBe(cleanLine(`t${title}`));
      const written = cleanText(description);
      expect(value("description")!.slice(value("description")!.length - written.length)).toBe(written);
      expect(value("attendee")).toBe("mailto:bob@example.net");
      for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(ics.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 2_000 },
  );
});

test("an address that stands for a name does not travel as one", () => {
  const name = "carol@example.com";
  const mail = {
    ...participant,
    organiser: { name, email: name },
    recipient: { ...participant.recipient, name },
  };
  expect(buildIcs(mail)).not.toContain(name);
  expect(checkIcs(buildIcs(mail), mail)).toEqual([]);
});

test.each(["x", "é", "👩‍👩‍👧", "\\", ",", "\n", "eyJ", "@", "a@", '"', "://"])(
  "50,000 characters of %j make a right calendar entry",
  (unit) => {
    const long = unit.repeat(50_000 / unit.length);
    const mail: MeetingMail = {
      ...participant,
      title: `t${long}`,
      description: long,
      recipient: { ...participant.recipient, name: long },
    };
    const ics = buildIcs(mail);
    expect(checkIcs(ics, mail)).toEqual([]);
    expect(read(ics).value("summary")).toBe(cleanLine(`t${long}`));
  },
);

test("the same invitation gives the same bytes, whatever was built before", () => {
  const first = buildIcs(participant);
  for (const other of [organisersCopy, cancellation, { ...participant, timeZone: "UTC" }]) buildIcs(other);
  expect(buildIcs(structuredClone(participant))).toBe(first);
});
