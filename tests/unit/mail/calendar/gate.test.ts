import { describe, expect, test } from "vitest";
import { locales } from "@/lib/locale";
import { checkIcs, type GateCode } from "@/lib/mail/calendar/gate";
import { buildIcs } from "@/lib/mail/calendar/ics";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import { cancellation, organisersCopy, participant, portalLink, token } from "../message/fixture";
import { update } from "../message/kinds";

const good: [string, MeetingMail][] = [
  ["a first invitation", participant],
  ["a first invitation in UTC", { ...participant, timeZone: "UTC" }],
  ["an update", update],
  ["an entry with a portal link", portalLink],
  ["the organiser's copy", organisersCopy],
  ["a cancellation", cancellation],
  ["a removal", { ...cancellation, removed: true }],
  [
    "an entry in a zone built from Intl",
    {
      ...participant,
      timeZone: "America/Vancouver",
      startsAt: new Date("2026-12-01T17:00:00Z"),
      endsAt: new Date("2026-12-01T18:00:00Z"),
    },
  ],
];

describe.each(locales)("in %s the gate lets pass", (locale) => {
  test.each(good)("%s", (_, mail) => {
    expect(checkIcs(buildIcs({ ...mail, locale }), { ...mail, locale })).toEqual([]);
  });
});

/** A good entry with one text in place of another. */
const changed = (from: string | RegExp, to: string, mail = participant): [string, MeetingMail] => {
  const ics = buildIcs(mail);
  expect(ics.search(from)).toBeGreaterThan(-1);
  return [ics.replace(from, to), mail];
};
/** An entry that is built right from an invitation that is wrong. */
const wrong = (changes: Partial<MeetingMail>, mail = participant): [string, MeetingMail] => {
  const altered = { ...mail, ...changes };
  return [buildIcs(altered), altered];
};
const line = (name: string) => new RegExp(`^${name}[;:=].*\\r\\n(?: .*\\r\\n)*`, "m");
const zoneBlock = /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/;
const room = "https://meet.example.org/room-7f3a";

const broken: Record<GateCode, [string, MeetingMail][]> = {
  "line-ends": [changed(/\r\n/g, "\n"), changed("VERSION", "\rVERSION"), changed(/\r\n$/, "")],
  "long-line": [changed(/\r\n /g, "")],
  "control-character": ["\0", "\t", "\u0085", "\u001b"].map((letter) => changed("SUMMARY:", `SUMMARY:${letter}`)),
  unreadable: [
    ["", participant],
    ["x", participant],
    ["BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", participant],
    changed("END:VCALENDAR", "BEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR"),
    changed("END:VEVENT", "END:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT"),
    changed("END:VEVENT", "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT"),
    changed(/END:VEVENT\r\nEND:VCALENDAR\r\n/, ""),
  ],
  method: [changed("METHOD:REQUEST", "METHOD:PUBLISH"), changed("METHOD:REQUEST\r\n", "")],
  "property-count": [
    ...["UID", "DTSTAMP", "DTSTART;TZID", "DTEND", "SEQUENCE", "STATUS", "SUMMARY", "ORGANIZER", "ATTENDEE"].map(
      (name) => changed(line(name), ""),
    ),
    changed("END:VEVENT", "ATTENDEE:mailto:eve@example.com\r\nEND:VEVENT"),
    changed("END:VEVENT", "UID:another\r\nEND:VEVENT"),
  ],
  uid: [changed("UID:0193", "UID:0194")],
  revision: [changed("SEQUENCE:0", "SEQUENCE:1"), changed("DTSTAMP:20261101", "DTSTAMP:20261102")],
  status: [
    changed("STATUS:CONFIRMED", "STATUS:CANCELLED"),
    changed("STATUS:CANCELLED", "STATUS:CONFIRMED", cancellation),
  ],
  organizer: [changed("mailto:invites@", "mailto:someone@")],
  "invites-its-sender": [wrong({ sender: { name: "Latchkey", address: "Bob@example.net" } })],
  attendee: [changed("mailto:bob@", "mailto:eve@")],
  "time-zone": [
    changed(zoneBlock, ""),
    changed("TZID:Europe/Berlin", "TZID:Europe/Paris"),
    changed(/DTSTART;TZID=Europe\/Berlin:(\w+)/, "DTSTART:$1Z"),
  ],
  times: [
    changed(/(DTSTART;.*:\d{8}T)../, "$111"),
    changed(/(DTEND.*:\d{8}T)../, "$112"),
    changed(/DTEND;.*/, "DTEND;VALUE=DATE:20261124"),
    changed(/TZOFFSETTO:\+0100/g, "TZOFFSETTO:+0300"),
  ],
  "ends-before-start": [wrong({ endsAt: participant.startsAt })],
  "long-location": [changed(line("LOCATION"), `LOCATION:${`${"x".repeat(60)}\r\n `.repeat(5)}x\r\n`)],
  "link-not-in-entry": [changed(line("URL"), ""), changed(line("CONFERENCE"), "")],
  "link-after-cancellation": [
    wrong({ method: "CANCEL" }),
    wrong({ title: "x?jwt=y" }, cancellation),
    changed("END:VEVENT", "URL:https://latchkey.example/\r\nEND:VEVENT", cancellation),
  ],
  "token-of-another": [wrong({ description: token.replaceAll("p", "q") }), wrong({ title: token }, cancellation)],
  "no-link": [wrong({ personalLink: null })],
  "link-form": ["https://MEET.example.org/x", `${room} x`, "javascript:alert(1)", "https://meet.example.org/é"].map(
    (personalLink) => wrong({ personalLink }),
  ),
  "long-link": [wrong({ personalLink: `${room}?jwt=${"x".repeat(1_000)}` })],
  "two-tokens": [
    wrong({ personalLink: `${room}?jwt=${token.slice(0, 90)}&jwt=x` }),
    wrong({ personalLink: `${room}?jwt=eyJa.eyJb.c#eyJa.eyJb.c` }),
  ],
  "link-never-works": [wrong({ linkWorks: { from: participant.endsAt, until: participant.endsAt } })],
};

test.each(Object.entries(broken))("the gate stops an entry for %s", (code, entries) => {
  for (const [ics, mail] of entries) expect(checkIcs(ics, mail), ics).toContain(code);
});

test("an entry that was built for another person is stopped", () => {
  for (const other of [organisersCopy, cancellation, { ...participant, uid: "0193-eve@latchkey.example" }])
    expect(checkIcs(buildIcs(other), participant)).not.toEqual([]);
});

test("what means the same passes: other order of properties, other folding", () => {
  const ics = buildIcs(participant);
  const uid = line("UID").exec(ics)![0];
  expect(checkIcs(ics.replace(uid, "").replace("END:VEVENT", `${uid}END:VEVENT`), participant)).toEqual([]);
  expect(checkIcs(ics.replace("SUMMARY", "SUM\r\n MARY"), participant)).toEqual([]);
});
