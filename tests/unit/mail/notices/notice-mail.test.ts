import fc from "fast-check";
import { type AddressObject, simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { locales } from "@/lib/locale";
import { textOf } from "@/lib/mail/message/text";
import { answersMessage, composeAnswersNotice } from "@/lib/mail/notices/answers-mail";
import { composeFailuresNotice, failuresMessage } from "@/lib/mail/notices/failures-mail";
import { wordsIn } from "@/lib/words/words-in";
import { answersNotices, failuresNotices, inLocale } from "../message/kinds";

// Hundreds of cases each: a busy machine must not turn them into failures.

const subjectsOf = <T>(notices: Record<string, T>, subject: (notice: T) => string) =>
  Object.values(notices).map(subject);

test("the subject says who answered what, or how many answered", () => {
  expect(subjectsOf(answersNotices, (notice) => answersMessage(notice).subject.split(":")[0]!)).toEqual([
    "Bob Ray accepted",
    "Bob Ray answered “Maybe”",
    "Bob Ray declined",
    "Bob Ray suggests something else",
    "Bob Ray suggests something else",
    "Bob Ray declined, for another time",
    "3 people answered",
    "2 people answered",
    "60 people answered",
  ]);
  expect(subjectsOf(failuresNotices, (notice) => failuresMessage(notice).subject.split(":")[0]!)).toEqual([
    "Bob Ray has not been invited",
    "2 people have not been invited",
    "A mail to Bob Ray did not go through",
    "Mails to 2 people did not go through",
    "Mails to 25 people did not go through",
  ]);
});

test("answers come with what was written, when, and how many are missing", () => {
  const text = textOf(answersMessage(answersNotices["several answers"]!));
  expect(text).toContain(`- Bob Ray <bob@example.net> accepted (3 Nov 2026, 15:00)\n  Note: “Gladly”`);
  expect(text).toContain(
    "- carol@example.net declined (3 Nov 2026, 15:00)\n  Earlier answer: carol@example.net accepted\n",
  );
  // The organiser's own zone, which is not the meeting's.
  expect(text).toContain("Answered (Kathmandu time):\n");
  expect(text).toContain("Answers so far: 3 accepted, 1 maybe, 0 declined, 1,200 not answered");
  expect(text).toContain("Open the meeting’s page:\nhttps://latchkey.example/meetings/0193");
  expect(textOf(answersMessage(answersNotices["one doubt"]!))).toContain("Note: “Perhaps late”");
  expect(textOf(answersMessage(answersNotices["one proposal"]!))).toContain(
    "Suggested instead: Friday 27 November 2026, 15:45–16:45 (Kathmandu time, GMT+5:45)",
  );
  expect(textOf(answersMessage(answersNotices["many answers"]!)).split("- ").at(-1)).toMatch(/^and 10 more\n/);
});

test("failures come with the server's words, and with what to do", () => {
  const text = textOf(failuresMessage(failuresNotices["two people not invited"]!));
  expect(text).toContain(
    "- Bob Ray <bob@example.net>\n  Invitation, not sent\n  The mail server says: “550 No such user <here>”\n",
  );
  expect(text).toContain("Invitation, came back\n  Reason: The mail came back without a reason\n");
  expect(text).toContain("Nothing else is lost");
  expect(text).toContain("https://latchkey.example/meetings/0193");
});

test("who missed several mails is counted once", () => {
  const [one] = failuresNotices["one person not told"]!.failures;
  const twice = {
    ...failuresNotices["one person not told"]!,
    failures: [one!, { ...one!, kind: "INVITATION" as const }],
  };
  expect(failuresMessage(twice).subject).toMatch(/^A mail to Bob Ray did not go through:/);
});

const all = [
  ...Object.entries(answersNotices).map(
    ([name, notice]) => [name, notice, composeAnswersNotice, answersMessage] as const,
  ),
  ...Object.entries(failuresNotices).map(
    ([name, notice]) => [name, notice, composeFailuresNotice, failuresMessage] as const,
  ),
];

describe.each(locales)("in %s a notice, read back as it travels,", (locale) => {
  test.each(all)("is a plain mail from the app to the organiser: %s", async (_, notice, compose, messageOf) => {
    const mail = inLocale(notice, locale) as never;
    const { raw, envelope } = await compose(mail);
    const read = await simpleParser(raw);
    expect(envelope).toEqual({ from: "invites@latchkey.example", to: ["ann@example.org"] });
    expect(read.from!.value).toEqual([{ name: "Latchkey", address: "invites@latchkey.example" }]);
    expect((read.to as AddressObject).value).toEqual([{ name: "Ann Lee", address: "ann@example.org" }]);
    expect(read.replyTo).toBeUndefined();
    expect(read.attachments).toEqual([]);
    expect(read.subject).toBe(messageOf(mail).subject);
    expect(read.text!.trimEnd()).toBe(textOf(messageOf(mail)).trimEnd());
    expect(read.references).toBe("<0193-org@latchkey.example>");
    expect(read.headers.get("auto-submitted")).toBe("auto-generated");
    expect(raw.equals((await compose(mail)).raw)).toBe(true);
    expect(raw.toString("latin1")).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
  });
});

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "\r\nBcc: eve@evil.example\r\n\r\n",
    "<script>alert(1)</script>",
    '"',
    "</bdi></p><a href=x>",
    "\u202e",
    "- x\n\nx:",
  ),
);

test("nothing that somebody wrote changes the structure of a notice", async () => {
  const answers = answersNotices["several answers"]!;
  const failures = failuresNotices["two people not invited"]!;
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, async (name, note, rest) => {
      const title = `t${rest}`;
      const [answer] = answers.answers;
      const [failure] = failures.failures;
      const mails = await Promise.all([
        composeAnswersNotice({ ...answers, title, answers: [{ ...answer!, name, note }] }),
        composeFailuresNotice({ ...failures, title, failures: [{ ...failure!, name, serverText: note }] }),
      ]);
      for (const { raw } of mails) {
        const read = await simpleParser(raw);
        expect([...read.headers.keys()].sort()).toEqual(
          "auto-submitted content-type date from message-id mime-version references subject to x-auto-response-suppress".split(
            " ",
          ),
        );
        const html = String(read.html);
        expect(html.match(/<a /g)).toHaveLength(1);
        expect(html).not.toMatch(/<script/i);
        // What somebody wrote stays on the line of its point.
        expect(read.text!.match(/^- /gm)).toHaveLength(1);
      }
    }),
    { numRuns: 300 },
  );
});

test("a notice that time ran out says why the last attempt failed", () => {
  const [first] = failuresNotices["two people not told"]!.failures;
  const text = textOf(failuresMessage({ ...failuresNotices["two people not told"]!, failures: [first!] }));
  expect(text).toContain("  Reason: The meeting would be over before the next attempt\n");
  expect(text).toContain("  Last attempt: The connection to the mail server failed\n");
});

test("a German organiser reads every reason in German", () => {
  const text = textOf(failuresMessage(inLocale(failuresNotices["every reason"]!, "de")));
  for (const sentence of Object.values(wordsIn("de").reasons.why)) expect(text).toContain(sentence);
  for (const sentence of Object.values(wordsIn("en").reasons.why)) expect(text).not.toContain(sentence);
  expect(text).not.toMatch(/\b(the|mail server|could not)\b/i);
});
