import fc from "fast-check";
import { type AddressObject, simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { locales } from "@/lib/locale";
import { checkIcs } from "@/lib/mail/calendar/gate";
import { composeMail, GateFailure } from "@/lib/mail/compose/mail";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import { cancellation, organisersCopy, participant, portalLink, token } from "./fixture";
import { update } from "./kinds";

// Thousands of cases each: a busy machine must not turn them into failures.

const mailOf = async (meetingMail: MeetingMail) => {
  const { raw } = await composeMail(meetingMail);
  const mail = await simpleParser(raw);
  return { raw: raw.toString(), mail, text: mail.text!, html: String(mail.html) };
};
const headersOf = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]/g, " ");
const contentTypes = (raw: string) =>
  [...raw.replace(/\r\n[ \t]/g, " ").matchAll(/^Content-Type: ([^;\r]+)/gm)].map(([, type]) => type);

const all: [string, MeetingMail][] = [
  ["a participant", participant],
  ["the organiser", organisersCopy],
  ["a portal link", portalLink],
  ["a cancellation", cancellation],
];

describe.each(all)("the mail for %s", (_, meetingMail) => {
  test("is an invitation as calendars expect it", async () => {
    const { raw, mail } = await mailOf(meetingMail);
    expect(contentTypes(raw)).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "text/calendar",
      "application/ics",
    ]);
    const inline = raw.replace(/\r\n[ \t]/g, " ").match(/^Content-Type: text\/calendar.*$/m)![0];
    expect(inline).toMatch(new RegExp(`; charset=utf-8; method=${meetingMail.method}$`));
    expect(raw.slice(raw.indexOf("text/calendar"), raw.indexOf("BEGIN:VCALENDAR"))).not.toMatch(/attachment/i);
    const attached = mail.attachments.filter(({ contentType }) => contentType === "application/ics");
    expect(attached).toHaveLength(1);
    expect(attached[0]).toMatchObject({ filename: "invite.ics", contentDisposition: "attachment" });
    expect(checkIcs(attached[0]!.content.toString(), meetingMail)).toEqual([]);
  });

  test("carries the same entry inline and attached", async () => {
    const { mail } = await mailOf(meetingMail);
    const entries = mail.attachments.map(({ content }) => content.toString());
    expect(new Set(entries).size).toBe(1);
    expect(entries).toHaveLength(2);
  });

  test("goes from one constant address to one person and answers the organiser", async () => {
    const { raw, mail } = await mailOf(meetingMail);
    const { envelope, messageId } = await composeMail(meetingMail);
    expect(envelope).toEqual({ from: "invites@latchkey.example", to: [meetingMail.recipient.email] });
    expect(messageId).toBe(meetingMail.messageId);
    expect((mail.to as AddressObject).value).toEqual([
      { name: meetingMail.recipient.name, address: meetingMail.recipient.email },
    ]);
    expect(mail.from!.value).toEqual([{ name: "Ann Lee via Latchkey", address: "invites@latchkey.example" }]);
    expect(mail.replyTo!.value).toEqual([{ name: "Ann Lee", address: "ann@example.org" }]);
    expect(mail.messageId).toBe(`<${meetingMail.messageId}>`);
    expect(mail.date).toEqual(meetingMail.sentAt);
    const headers = headersOf(raw);
    expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(headers).toMatch(/^X-Auto-Response-Suppress: OOF, AutoReply$/m);
    expect(headers).not.toMatch(/^(Precedence|Bcc|Cc|X-Mailer|In-Reply-To):/im);
    expect(mail.references ?? null).toBe(meetingMail.references && `<${meetingMail.references}>`);
  });

  test("has the same bytes each time, every line ending in CR LF", async () => {
    const first = (await composeMail(meetingMail)).raw;
    const second = (await composeMail(structuredClone(meetingMail))).raw;
    expect(second.equals(first)).toBe(true);
    expect(first.toString("latin1")).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
    expect(first.every((octet) => octet < 128)).toBe(true);
    for (const line of first.toString("latin1").split("\r\n")) expect(line.length).toBeLessThan(999);
  });
});

test("another Message-ID gives other boundaries, and so other bytes", async () => {
  const [one, two] = await Promise.all(["a@x", "b@x"].map((messageId) => composeMail({ ...participant, messageId })));
  expect(one!.raw.toString().match(/boundary="[^"]+"/)![0]).not.toBe(two!.raw.toString().match(/boundary="[^"]+"/)![0]);
});

test("what a participant reads", async () => {
  const { mail, text, html } = await mailOf(participant);
  expect(mail.subject).toBe("Invitation: Quarterly review (24 Nov 2026, 15:00 GMT+5:45)");
  expect(text.trim()).toBe(`Ann Lee invites you to a meeting.

Quarterly review

When:
Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45)
Tuesday 24 November 2026, 10:15–11:15 (Berlin time, GMT+1)

Organiser: Ann Lee

Join the meeting:
${participant.personalLink}

The link opens on Tuesday 24 November 2026, 14:45 and works until 20:00 (Kathmandu time, GMT+5:45).
This link is yours alone and lets you in under your name. Please do not forward it.

Will you take part? Please answer here.
Accept: ${participant.answerUrl}?answer=accept
Maybe: ${participant.answerUrl}?answer=tentative
Decline: ${participant.answerUrl}?answer=decline

Agenda:
1. numbers; plans, people
2. questions`);
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
  const answers = ["accept", "tentative", "decline"].map((answer) => `${participant.answerUrl}?answer=${answer}`);
  expect(links).toEqual([participant.personalLink, ...answers]);
  expect(html).toContain("Agenda:<br>\n1. numbers; plans, people<br>\n2. questions");
});

test("what the organiser reads", async () => {
  const { mail, text } = await mailOf(organisersCopy);
  expect(mail.subject).toBe("Your meeting: Quarterly review (24 Nov 2026, 10:15 GMT+1)");
  expect(text).toContain("You scheduled this meeting. You are its moderator.");
  expect(text).toContain("makes you the moderator");
  expect(text).not.toContain("invites you");
});

test("what a moderator reads, and what everybody reads after a change", async () => {
  const moderator: MeetingMail = { ...participant, recipient: { ...participant.recipient, role: "MODERATOR" } };
  expect((await mailOf(moderator)).text).toContain("You are one of its moderators.");
  const { mail, text } = await mailOf({
    ...participant,
    kind: "UPDATE",
    changes: ["title"],
    references: "0193-0@latchkey.example",
  });
  expect(mail.subject).toBe("Changed: Quarterly review (24 Nov 2026, 15:00 GMT+5:45)");
  expect(text).toContain("Ann Lee changed this meeting.");
});

test("a cancellation says so and shows no way in", async () => {
  const { mail, raw, text, html } = await mailOf(cancellation);
  expect(mail.subject).toBe("Cancelled: Quarterly review (24 Nov 2026, 15:00 GMT+5:45)");
  expect(text).toContain("Ann Lee cancelled this meeting.");
  expect(html).not.toMatch(/<a |href|jwt|:\/\//);
  for (const entry of mail.attachments) expect(entry.content.toString()).not.toMatch(/:\/\/|jwt/);
  expect(raw).not.toContain("meet.example.org");
});

test("a mail loads nothing and claims no more than a mail server can know", async () => {
  for (const [, meetingMail] of all) {
    const { text, html } = await mailOf(meetingMail);
    expect(html).not.toMatch(/<(img|script|link|iframe|form)|src=|@import|url\(/i);
    expect(text + html).not.toMatch(/delivered|undefined|null|\[object|NaN/i);
    expect(html).toMatch(/<html lang="en" dir="auto">/);
    expect(html).toMatch(/name="color-scheme" content="light dark"/);
  }
});

test("an entry that breaks a rule stops the mail and says which", async () => {
  const failure = await composeMail({ ...participant, personalLink: null }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(GateFailure);
  expect((failure as GateFailure).codes).toEqual(["no-link", "link-not-in-entry"]);
  expect((failure as GateFailure).message).toContain("no-link");
});

const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 10 }),
      fc.constantFrom(
        "\r\nBcc: eve@evil.example",
        "\r\n\r\n",
        "\n.\n",
        "\r",
        "--_NmP-",
        '"',
        "\\",
        "<",
        ">",
        "'",
        "&amp;",
        "&#0;",
        "<script>",
        "é",
        "字",
        "👩‍👩‍👧",
        "\u202e",
        "=?UTF-8?Q?x?=",
        ",",
        ";",
        ":",
        "(",
        "=cmd",
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

test("no name, title or description changes the structure of a mail", async () => {
  await fc.assert(
    fc.asyncProperty(
      nasty,
      nasty,
      nasty,
      nasty,
      fc.constantFrom(...locales),
      async (title, description, organiser, name, locale) => {
        const { raw, mail, html } = await mailOf({
          ...update,
          locale,
          previous: { ...update.previous!, title: name },
          title: `t${title}`,
          description,
          organiser: { ...participant.organiser, name: organiser },
          recipient: { ...participant.recipient, name },
        });
        expect(contentTypes(raw)).toHaveLength(6);
        expect([...mail.headers.keys()].sort()).toEqual([
          ...[
            "auto-submitted",
            "content-type",
            "date",
            "from",
            "message-id",
            "mime-version",
            "references",
            "reply-to",
            "subject",
            "to",
          ],
          "x-auto-response-suppress",
        ]);
        expect((mail.to as AddressObject).value.map(({ address }) => address)).toEqual(["bob@example.net"]);
        expect(mail.from!.value.map(({ address }) => address)).toEqual(["invites@latchkey.example"]);
        expect(
          html.match(
            /<(?!\/?(html|head|meta|title|style|body|div|p|h1|ul|li|span|bdi|br|table|tr|td|a|i)\b|!doctype|!--\[if mso\]>|!\[endif\])/g,
          ),
        ).toBeNull();
        expect(html.match(/<a /g)).toHaveLength(4);
      },
    ),
    { numRuns: 500 },
  );
});

test("a title or a name that looks like an encoded word is not decoded", async () => {
  const written = "=?utf-8?q?Free_money?=";
  const { mail } = await mailOf({
    ...participant,
    title: written,
    recipient: { ...participant.recipient, name: written },
    organiser: { ...participant.organiser, name: written },
  });
  for (const shown of [mail.subject, mail.from?.text, (mail.to as AddressObject).text, mail.replyTo?.text]) {
    expect(shown).toContain("= ?utf-8?q?");
    expect(shown).not.toContain("Free money");
  }
});

test("no other person's token, name or address is in a mail", async () => {
  const { raw, text, html } = await mailOf(participant);
  const entries = (await mailOf(participant)).mail.attachments.map(({ content }) =>
    content.toString().replace(/\r\n /g, ""),
  );
  for (const part of [raw, text, html, ...entries]) {
    const addresses = part.match(/[\w.+-]+@[\w-]+\.[\w.]+/g) ?? [];
    for (const address of addresses)
      expect([
        "invites@latchkey.example",
        "bob@example.net",
        "ann@example.org",
        "0193-ann@latchkey.example",
        "0193-0@latchkey.example",
      ]).toContain(address);
    for (const found of part.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? []) expect(token.startsWith(found)).toBe(true);
  }
  for (const entry of entries) expect(entry).not.toContain("ann@example.org");
});
