import { describe, expect, test } from "vitest";
import { checkIcs } from "@/lib/mail/calendar/gate";
import { buildIcs } from "@/lib/mail/calendar/ics";
import type { Invitation } from "@/lib/mail/message/invitation";
import { cancellation, organisersCopy, participant, portalLink, token } from "../message/fixture";

// Thousands of cases each: a busy machine must not turn them into failures.

const cases: [string, Invitation][] = [
  ["a participant's entry", participant],
  ["the organiser's entry", organisersCopy],
  ["an entry with a portal link", portalLink],
  ["a cancellation", cancellation],
  ["an entry in UTC", { ...participant, timeZone: "UTC" }],
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

describe.each(cases)("the gate refuses %s", (_, invitation) => {
  const lines = buildIcs(invitation).split("\r\n").slice(0, -1);
  const refuses = (changed: string[]) => checkIcs(changed.map((line) => `${line}\r\n`).join(""), invitation).length > 0;

  test("with any line dropped", () => {
    expect(refuses(lines)).toBe(false);
    for (const i of lines.keys()) expect(refuses(lines.toSpliced(i, 1)), lines[i]).toBe(true);
  });

  test("with any line doubled", () => {
    for (const [i, line] of lines.entries()) expect(refuses(lines.toSpliced(i, 0, line)), line).toBe(true);
  });

  test("with any two different neighbours exchanged in a folded value", () => {
    for (const [i, line] of lines.entries())
      if (line.startsWith(" ") && lines[i + 1]?.startsWith(" ") && lines[i + 1] !== line)
        expect(refuses(lines.with(i, lines[i + 1]!).with(i + 1, line)), line).toBe(true);
  });

  test("with any character altered", () => {
    for (const [i, line] of lines.entries())
      for (const at of new Set([
        0,
        1,
        line.indexOf(":"),
        line.indexOf(":") + 1,
        line.length >> 1,
        line.length - 2,
        line.length - 1,
      ])) {
        const character = line[at];
        if (character === undefined) continue;
        const other = /[0-8]/.test(character) ? String(Number(character) + 1) : character === "z" ? "y" : "z";
        if (other.toUpperCase() === character.toUpperCase()) continue;
        const altered = line.slice(0, at) + other + line.slice(at + 1);
        expect(refuses(lines.with(i, altered)), `${line}\n${altered}`).toBe(true);
      }
  });

  test.each([
    "ATTENDEE:mailto:eve@example.com",
    "X-ANYTHING:1",
    "RRULE:FREQ=DAILY",
    "ATTACH:https://example.com/",
    "COMMENT:a note",
    "CONTACT:carol@example.com",
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:x\r\nEND:VALARM",
    "X-PUBLISHED-TTL:PT1H",
  ])("with %j added to the event", (line) => {
    expect(refuses(lines.toSpliced(-2, 0, line))).toBe(true);
  });

  test("with a second event, another time zone, or something behind the end", () => {
    const event = lines.slice(lines.indexOf("BEGIN:VEVENT"), lines.indexOf("END:VEVENT") + 1);
    expect(refuses(lines.toSpliced(-1, 0, ...event))).toBe(true);
    expect(refuses(lines.toSpliced(-1, 0, "BEGIN:VTODO", "END:VTODO"))).toBe(true);
    expect(refuses(lines.toSpliced(1, 0, "X-PUBLISHED-TTL:PT1H"))).toBe(true);
    expect(refuses([...lines, "BEGIN:VCALENDAR", "END:VCALENDAR"])).toBe(true);
    expect(refuses([...lines, "x"])).toBe(true);
  });

  test("with other line ends, control characters or long lines", () => {
    const good = buildIcs(invitation);
    const checked = (ics: string) => checkIcs(ics, invitation);
    expect(checked(good.replaceAll("\r\n", "\n"))).toContain("A line ends with something else than CR LF");
    expect(checked(good.replace("VERSION", "\rVERSION"))).toContain("A line ends with something else than CR LF");
    expect(checked(good.slice(0, -2))).toContain("The file does not end with a line end");
    for (const character of ["\0", "\t", "\u0085", "\u2028", "\u001b"])
      expect(checked(good.replace("SUMMARY:", `SUMMARY:${character}`))).toContain("There is a bare control character");
    expect(checked(good.replace(/\r\n /g, ""))).toContain("A line is longer than 75 octets");
    expect(checked("")).not.toEqual([]);
    expect(checked("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")).toContain("It does not hold exactly one event");
  });
});

describe("the gate refuses an entry that is built right from an invitation that is wrong", () => {
  const reasons = (changes: Partial<Invitation>) => {
    const invitation = { ...participant, ...changes };
    return checkIcs(buildIcs(invitation), invitation);
  };
  const link = (rest: string) => `https://meet.example.org/room-7f3a${rest}`;

  test.each<[string, Partial<Invitation>, string]>([
    ["without a link", { personalLink: null }, "There is no personal link"],
    ["with a long link", { personalLink: link(`?jwt=${"x".repeat(1_000)}`) }, "The personal link has 1039 characters"],
    [
      "with two tokens",
      { personalLink: link(`?jwt=${token.slice(0, 90)}&jwt=x`) },
      "The personal link carries more than one token",
    ],
    [
      "with a link in another form",
      { personalLink: "https://MEET.example.org/x" },
      "The personal link is not in its plain form",
    ],
    ["with a space in the link", { personalLink: link(" x") }, "The personal link is not a web address"],
    ["with a link that runs", { personalLink: "javascript:alert(1)" }, "The personal link is not a web address"],
    [
      "with a link that never works",
      { linkWorks: { from: participant.endsAt, until: participant.endsAt } },
      "The personal link never works",
    ],
    [
      "to the organiser's own address",
      { sender: { name: "Latchkey", address: "Bob@example.net" } },
      "The recipient is the ORGANIZER",
    ],
    ["that ends before it starts", { endsAt: participant.startsAt }, "The meeting ends before it starts"],
    ["without a title", { title: " \u200b " }, "The meeting has no title"],
    ["that cancels with a link", { method: "CANCEL" }, "A cancellation has no personal link"],
    [
      "that cancels with a token in its title",
      { method: "CANCEL", personalLink: null, title: "x?jwt=y" },
      "SUMMARY carries a token",
    ],
    [
      "with somebody else's token in it",
      { description: token.replaceAll("p", "q") },
      "DESCRIPTION carries another token",
    ],
  ])("%s", (_, changes, reason) => {
    expect(reasons(changes)).toContain(reason);
  });

  test("also one that was built for another person", () => {
    for (const other of [organisersCopy, portalLink, cancellation])
      expect(checkIcs(buildIcs(other), participant)).not.toEqual([]);
  });
});
