import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { answerFor } from "@/lib/inbox/calendar-reply";
import { type Classified, classifyMail, maxMailBytes } from "@/lib/inbox/classify";
import { buildIcs } from "@/lib/mail/calendar/ics";
import { makeVerp } from "@/lib/mail/delivery/verp";
import {
  calendarReply,
  deliveryReport,
  type MailShape,
  multipart,
  type ReplyOptions,
  replyMail,
} from "@/tests/support/calendar-reply";
import { participant } from "@/tests/unit/mail/message/fixture";

const appSecret = "a secret for tests, thirty-two characters";
const { email } = participant.recipient;
const invitation = buildIcs(participant);
const stampedAt = new Date("2026-11-24T10:00:00Z");
const addresses = { from: email, to: "invites@example.org" };

const read = (raw: string | Buffer) => classifyMail(Buffer.from(raw), { appSecret, now: stampedAt });
const mailWith = (options: ReplyOptions = {}, shape?: MailShape) =>
  replyMail(calendarReply(invitation, { stampedAt, ...options }), { ...addresses, shape, method: options.method });

async function readReply(raw: string) {
  const mail = await read(raw);
  if (mail.kind !== "reply") throw new Error(`Not taken for a reply: ${JSON.stringify(mail)}`);
  return mail;
}

describe("a reply is read as it was meant", () => {
  test.each(["gmail", "exchange", "thunderbird", "bare"] as const)("from %s", async (shape) => {
    for (const partstat of ["ACCEPTED", "TENTATIVE", "DECLINED"]) {
      const reply = await readReply(mailWith({ partstat, comment: "Ich käme gern, später\nBen" }, shape));
      expect(reply).toMatchObject({
        method: "REPLY",
        uid: participant.uid,
        sequence: participant.sequence,
        stampedAt,
        comment: "Ich käme gern, später\nBen",
        occurrence: null,
        proposal: null,
      });
      expect(answerFor(reply, email)).toBe(partstat);
    }
  });

  test("without ORGANIZER or ATTENDEE, or with the address in capitals or in EMAIL", async () => {
    expect(answerFor(await readReply(mailWith({ organizer: false })), email)).toBe("ACCEPTED");
    expect(answerFor(await readReply(mailWith({ attendee: `MAILTO:${email.toUpperCase()}` })), email)).toBe("ACCEPTED");
    expect(answerFor(await readReply(mailWith({ attendee: `mailto:${email.replace("@", "%40")}` })), email)).toBe(
      "ACCEPTED",
    );
    expect(answerFor(await readReply(mailWith({ attendee: "/principals/17/" })), email)).toBe("ACCEPTED");
    const noAttendee = await readReply(mailWith({ attendee: null, method: "COUNTER", laterByHours: 1 }));
    expect(answerFor(noAttendee, email)).toBe("NONE");
  });

  const proposedIn = async (ics: string) =>
    (await readReply(replyMail(ics, { ...addresses, method: "COUNTER" }))).proposal;
  const counter = (laterByHours?: number) =>
    calendarReply(invitation, { method: "COUNTER", partstat: "TENTATIVE", laterByHours });
  const later = (at: Date) => new Date(at.getTime() + 2 * 3600_000);

  test("as a proposal of another time, by the clock of the zone that it names", async () => {
    const reply = await readReply(mailWith({ method: "COUNTER", partstat: "TENTATIVE", laterByHours: 2 }));
    expect(reply.proposal).toEqual({ startsAt: later(participant.startsAt), endsAt: later(participant.endsAt) });
    expect(answerFor(reply, email)).toBe("TENTATIVE");
    // What the mail itself says about the zone does not count: anybody can write it.
    const withoutRules = counter(2).replace(/BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n/s, "");
    expect(withoutRules).not.toBe(counter(2));
    expect(await proposedIn(withoutRules)).toEqual(reply.proposal);
  });

  test("a floating proposal, or one in a zone that only the mail defines, is unreadable", async () => {
    expect(await proposedIn(counter().replaceAll(/TZID([=:])[\w/]+/g, "TZID$1Customized"))).toBe("unreadable");
    expect(await proposedIn(counter().replaceAll(/;TZID=[\w/]+/g, ""))).toBe("unreadable");
  });

  test("a proposal of years that nobody plans for is unreadable", async () => {
    const inYear = (year: number) =>
      counter().replaceAll(/(?<=DT(START|END)[^:]*:)\d{4}/g, String(year).padStart(4, "0"));
    expect(await proposedIn(inYear(2046))).not.toBe("unreadable");
    for (const year of [1, 2005, 2047, 9999]) expect(await proposedIn(inYear(year))).toBe("unreadable");
  });

  const at = new Date("2026-11-24T10:00:00Z");
  test.each([
    ["an instant", ":20261124T100000Z", "2026-11-24T10:00:00Z", at],
    ["a wall time", ";TZID=Asia/Kathmandu:20261124T154500", "2026-11-24T15:45:00[Asia/Kathmandu]", at],
    ["an instant, with all after it", ";RANGE=THISANDFUTURE:20261124T100000Z", "2026-11-24T10:00:00Z", at],
    ["a day", ";VALUE=DATE:20261124", "2026-11-24", null],
    ["a floating time", ":20261124T154500", "2026-11-24T15:45:00", null],
    ["a zone of its own", ";TZID=Own:20261124T154500", "2026-11-24T15:45:00[Own]", null],
    ["a far year", ":99991124T100000Z", "9999-11-24T10:00:00Z", null],
    ["no time", ":soon", "soon--T::", null],
  ])("to the occurrence that RECURRENCE-ID names as %s", async (_, line, recurrenceId, startsAt) => {
    const ics = calendarReply(invitation).replace("BEGIN:VEVENT\r\n", `$&RECURRENCE-ID${line}\r\n`);
    const reply = await readReply(replyMail(ics, addresses));
    expect(reply.occurrence).toEqual({ recurrenceId, startsAt });
  });

  test("in a calendar part in another character set", async () => {
    const ics = calendarReply(invitation, { comment: "für später" });
    const raw = replyMail(ics, { ...addresses, shape: "thunderbird" }).replace('UTF-8"; method', 'iso-8859-1"; method');
    expect((await read(Buffer.from(raw, "latin1"))) as object).toMatchObject({ comment: "für später" });
  });
});

describe("what is no answer is ignored, with a reason that holds nothing of the mail", () => {
  const nested = (levels: number): string => {
    let part = `Content-Type: text/calendar; method=REPLY\r\n\r\n${calendarReply(invitation)}`;
    for (let i = 0; i < levels; i++) part = multipart("mixed", [part]);
    return `From: ${email}\r\nMIME-Version: 1.0\r\n${part}`;
  };
  const manyParts = multipart("mixed", Array(200).fill("Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR"));
  const wrapped = multipart("mixed", [`Content-Type: message/rfc822\r\n\r\n${mailWith()}`]);
  const twoEvents = calendarReply(invitation).replace(/BEGIN:VEVENT.*END:VEVENT\r\n/s, "$&$&");
  const stamped = (rest: string) => calendarReply(invitation).replace(/(?<=DTSTAMP):\w+/, rest);
  const padded = (bytes: number) => mailWith().replace("An answer", `${"x".repeat(70)}\r\n`.repeat(bytes / 72));
  const autoReplied = { ...addresses, headers: ["Auto-Submitted: auto-replied (vacation)"] };

  test.each<[string, string | Buffer, string]>([
    ["300 kB", padded(300_000), "too large"],
    ["nested deeper than any program does", nested(40), "nested too deep"],
    ["a thousand multiparts in one another", nested(1000), "not readable"],
    ["more parts than any program sends", `From: ${email}\r\n${manyParts}`, "not readable"],
    ["an automatic answer that carries a reply", replyMail(calendarReply(invitation), autoReplied), "automatic answer"],
    ["a holiday note", `From: ${email}\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.`, "automatic answer"],
    [
      "a reply inside a forwarded message",
      `From: ${email}\r\nMIME-Version: 1.0\r\n${wrapped}`,
      "neither reply nor report",
    ],
    ["an invitation", mailWith({ method: "REQUEST" }), "calendar, but no reply"],
    ["a UID with a NUL", replyMail(calendarReply(invitation, { uid: "ab\0cd" }), addresses), "calendar, but no reply"],
    ["no UID", replyMail(calendarReply(invitation, { uid: "" }), addresses), "calendar, but no reply"],
    [
      "a UID of 256",
      replyMail(calendarReply(invitation, { uid: "x".repeat(256) }), addresses),
      "calendar, but no reply",
    ],
    ["a UID with a letter", replyMail(calendarReply(invitation, { uid: "é" }), addresses), "calendar, but no reply"],
    ["a stamp by another clock than UTC", replyMail(stamped(":20261124T100000"), addresses), "calendar not readable"],
    [
      "a stamp by a zone's clock",
      replyMail(stamped(";TZID=Europe/Berlin:20261124T100000"), addresses),
      "calendar not readable",
    ],
    ["two events", replyMail(twoEvents, addresses), "calendar, but no reply"],
    ["no calendar object", replyMail("BEGIN:VCALENDAR\r\nVERSION", addresses), "calendar not readable"],
    ["a letter", `From: ${email}\r\nSubject: ${participant.uid}\r\n\r\nI shall come.`, "neither reply nor report"],
    ["nothing at all", "", "neither reply nor report"],
  ])("%s", async (_, raw, why) => {
    expect(await read(raw)).toEqual({ kind: "ignored", why });
  });

  test("wrapped by a mailing list or a scanner it is read, up to the size limit", async () => {
    expect((await read(nested(6))).kind).toBe("reply");
    expect((await read(padded(200_000))).kind).toBe("reply");
    expect(maxMailBytes).toBe(256 * 1024);
  });

  test("another attendee's answer, and a reply without one", async () => {
    expect(answerFor(await readReply(mailWith({ attendee: "mailto:eve@example.org" })), email)).toBe(
      "another-attendee",
    );
    for (const partstat of ["NEEDS-ACTION", "DELEGATED", "X-YES", null]) {
      expect(answerFor(await readReply(mailWith({ partstat })), email)).toBe("no-answer");
    }
    // Of several people in one reply, the one whom the entry belongs to.
    const two = calendarReply(invitation, { partstat: "DECLINED" }).replace(
      "END:VEVENT",
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:eve@example.org\r\nEND:VEVENT",
    );
    expect(answerFor(await readReply(replyMail(two, addresses)), email)).toBe("DECLINED");
  });
});

describe("a bounce", () => {
  const deliveryId = newId();
  const to = makeVerp("invites@example.org", deliveryId, appSecret)!;

  test.each<[string, Parameters<typeof deliveryReport>[0], { responseCode: number | null; serverText: string | null }]>(
    [
      [
        "with the server's words",
        { to, diagnostic: "smtp; 550 5.1.1 <ben@example.org> User\r\n unknown" },
        { responseCode: 550, serverText: "550 5.1.1 <ben@example.org> User unknown" },
      ],
      [
        "with a status of its own",
        { to, diagnostic: "smtp; 552 Mailbox full", status: "5.2.2 (full)" },
        { responseCode: 552, serverText: "5.2.2: 552 Mailbox full" },
      ],
      [
        "that is no SMTP",
        { to, diagnostic: "X-Notes; Name not found" },
        { responseCode: null, serverText: "5.1.1: Name not found" },
      ],
      ["without words", { to }, { responseCode: null, serverText: "5.1.1" }],
      ["with nothing", { to, status: "" }, { responseCode: null, serverText: null }],
      [
        "that repeats a room token",
        { to, diagnostic: "smtp; 554 spam: https://meet.example.org/r?jwt=eyJhbGci.eyJzdWIi.c2ln" },
        { responseCode: 554, serverText: "5.1.1: 554 spam: https://meet.example.org/r?jwt=[room token]" },
      ],
      [
        "in capitals, to an address in capitals",
        { to: to.toUpperCase(), action: "FAILED", diagnostic: "SMTP;550 5.1.1 No" },
        { responseCode: 550, serverText: "550 5.1.1 No" },
      ],
    ],
  )("%s is about the delivery that its address names", async (_, report, expected) => {
    expect(await read(deliveryReport(report))).toEqual({ kind: "bounce", deliveryId, ...expected });
  });

  test("a long reason is cut, and a hostile one stays one line", async () => {
    const bounce = await read(deliveryReport({ to, diagnostic: `smtp; 550 \u202e\0${"x".repeat(2000)}` }));
    expect(bounce).toMatchObject({ kind: "bounce", serverText: expect.stringMatching(/^5\.1\.1: 550 x+$/) });
    expect((bounce as { serverText: string }).serverText).toHaveLength(500);
  });

  test.each(["delayed", "relayed", "delivered", "expanded", "perhaps"])(
    "a report that says %s is none",
    async (action) => {
      expect(await read(deliveryReport({ to, action }))).toEqual({ kind: "ignored", why: "report without a failure" });
    },
  );

  test("to an unsigned address, or one signed for another delivery, does not count", async () => {
    const forged = to.replace(deliveryId.replaceAll("-", ""), newId().replaceAll("-", ""));
    for (const address of ["invites@example.org", forged, "invites+b-1-2@example.org"]) {
      const why = "report to an address that is not ours";
      expect(await read(deliveryReport({ to: address }))).toEqual({ kind: "ignored", why });
    }
  });

  test("is found where the server tells the address in a header of its own", async () => {
    const raw = deliveryReport({ to: "undisclosed-recipients:;" });
    for (const header of ["Delivered-To", "X-Original-To", "Envelope-To"]) {
      expect(await read(`${header}: <${to}>\r\n${raw}`)).toMatchObject({ kind: "bounce", deliveryId });
    }
  });

  test("a receipt is none, and a letter to a delivery's address is none", async () => {
    expect((await read(deliveryReport({ to, type: "disposition-notification" }))).kind).toBe("ignored");
    expect((await read(`To: ${to}\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.`)).kind).toBe("ignored");
  });
});

test("whatever bytes arrive are read without an error", async () => {
  const good = [mailWith(), mailWith({ method: "COUNTER" }, "exchange"), deliveryReport({ to: "a@example.org" })];
  const spoiled = fc
    .tuple(
      fc.constantFrom(...good),
      fc.array(fc.tuple(fc.nat(), fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 8 }),
    )
    .map(([raw, cuts]) =>
      cuts.reduce(
        (text, [at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + put.length),
        raw,
      ),
    );
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoiled, fc.string({ unit: "binary" })), async (raw) => {
      const mail: Classified = await read(raw);
      expect(["reply", "bounce", "ignored"]).toContain(mail.kind);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["one endless line", () => `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nCOMMENT:${"x".repeat(240_000)}\r\n`],
  [
    "folds without end",
    () => `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nCOMMENT:${"x\r\n ".repeat(60_000)}\r\n`,
  ],
  ["components without end", () => "BEGIN:VCALENDAR\r\n".repeat(14_000)],
  ["parameters without end", () => `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE${";A=B".repeat(60_000)}:x\r\n`],
  [
    "attendees without end",
    () =>
      `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n${"ATTENDEE:mailto:a@b\r\n".repeat(11_000)}END:VEVENT\r\nEND:VCALENDAR`,
  ],
  [
    "escapes without end",
    () =>
      `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nCOMMENT:${"\\n".repeat(120_000)}\r\nEND:VEVENT\r\nEND:VCALENDAR`,
  ],
])("a calendar of %s is read to its end", async (_, ics) => {
  const mail = await read(`Content-Type: text/calendar; method=REPLY\r\n\r\n${ics()}`);
  expect(["reply", "ignored"]).toContain(mail.kind);
});

test.each([
  "FREQ=SECONDLY",
  "FREQ=MINUTELY",
  "FREQ=HOURLY",
  "FREQ=DAILY",
  "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
])("a mail's own zone is read to its end, whatever rule it follows: %s", async (rule) => {
  const zone = `BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nRRULE:${rule}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n`;
  // Thousands of years of changes lie before it.
  const times = ["DTSTAMP", "DTSTART", "DTEND"].map((name) => `${name};TZID=Own:99991231T000000\r\n`).join("");
  const event = `BEGIN:VEVENT\r\nUID:${participant.uid}\r\n${times}ATTENDEE;PARTSTAT=TENTATIVE:mailto:${email}\r\nEND:VEVENT\r\n`;
  const mail = `Content-Type: text/calendar; method=COUNTER\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:COUNTER\r\n${zone}${event}END:VCALENDAR\r\n`;
  expect(["reply", "ignored"]).toContain((await read(mail)).kind);
});

test("a bounce is found however long a header is that names recipients", async () => {
  const report = deliveryReport({ to: "a@example.org" });
  expect((await read(`X-Original-To: ${"a".repeat(240_000)}\r\n${report}`)).kind).toBe((await read(report)).kind);
});
