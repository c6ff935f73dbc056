import fc from "fast-check";
import { expect, test } from "vitest";
import { hideSecrets, type Line, listenerOf } from "@/lib/mail/check/conversation";

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Each way in which a server or a program may write a secret. */
const writings: ((secret: string, before: string) => string)[] = [
  (secret) => secret,
  (secret) => base64(secret),
  (secret) => Buffer.from(secret).toString("base64url"),
  (secret, before) => base64(`\0${before}\0${secret}`),
  (secret, before) => base64(`${before}${secret}${before}`),
  (secret, before) => base64(before + secret).slice(before.length % 4),
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  (secret) => encodeURI(secret),
  (secret) => new URLSearchParams({ password: secret }).toString(),
  (secret, before) => `smtps://${encodeURIComponent(before)}:${encodeURIComponent(secret)}@mail.example.org`,
  (secret) => JSON.stringify({ password: secret }),
];

/** Long enough not to stand in a line by chance. */
const secret = fc
  .string({ unit: "grapheme", minLength: 6, maxLength: 40 })
  .filter((text) => text.trim().length > 5 && !text.includes("•"));
const before = fc.stringMatching(/^[a-z0-9@.]{0,9}$/);
const around = fc.constantFrom("", " ", "<", ">", "'", ", ", "=", "(");
const from = fc.constantFrom<Line["from"]>("server", "client", "note");

test("no secret survives in any line, whoever says it and however it is written", () => {
  fc.assert(
    fc.property(
      secret,
      before,
      fc.array(fc.tuple(from, around, fc.nat()), { minLength: 1, maxLength: 3 }),
      (password, user, said) => {
        const lines = said.map(([who, edge, n]) => {
          const written = writings[n % writings.length]!(password, user);
          return { from: who, text: `535 ${edge}${written}${edge} refused` };
        });
        const shown = hideSecrets(lines, [password]).map(({ text }) => text);
        for (const text of shown) {
          for (const write of writings) expect(text).not.toContain(write(password, user));
          expect(text).not.toContain(base64(password).replace(/=+$/, ""));
          for (const run of text.split(/[^\w+/-]+/)) {
            expect(Buffer.from(run, "base64").toString()).not.toContain(password);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("nothing sent while signing in is shown, also when the secret is not known", () => {
  const lines: Line[] = [
    { from: "client", text: "EHLO here" },
    { from: "server", text: "250-mail.example.org\n250 AUTH PLAIN LOGIN" },
    { from: "client", text: `AUTH PLAIN ${base64("\0ann\0hunter22")}` },
    { from: "server", text: "535 5.7.8 no" },
    { from: "client", text: "AUTH LOGIN" },
    { from: "server", text: "334 VXNlcm5hbWU6" },
    { from: "client", text: base64("ann") },
    { from: "server", text: "334 UGFzc3dvcmQ6" },
    { from: "client", text: base64("hunter22") },
    { from: "server", text: "235 2.7.0 Accepted" },
    { from: "client", text: "MAIL FROM:<invites@example.org>" },
  ];
  expect(hideSecrets(lines, []).map(({ text }) => text)).toEqual([
    "EHLO here",
    "250-mail.example.org\n250 AUTH PLAIN LOGIN",
    "AUTH PLAIN •••",
    "535 5.7.8 no",
    "AUTH LOGIN •••",
    "334 VXNlcm5hbWU6",
    "•••",
    "334 UGFzc3dvcmQ6",
    "•••",
    "235 2.7.0 Accepted",
    "MAIL FROM:<invites@example.org>",
  ]);
});

test("nor is it in IMAP, behind whatever tag", () => {
  const lines: Line[] = [
    { from: "server", text: "* OK ready" },
    { from: "client", text: 'A1 LOGIN ann "hunter22"' },
    { from: "server", text: "* CAPABILITY IMAP4rev1 IDLE" },
    { from: "server", text: "A1 NO no" },
    { from: "client", text: "A2 AUTHENTICATE PLAIN" },
    { from: "server", text: "+" },
    { from: "client", text: base64("\0ann\0hunter22") },
    { from: "server", text: "A2 OK" },
    { from: "client", text: "A3 SELECT INBOX" },
  ];
  expect(hideSecrets(lines, []).map(({ text }) => text)).toEqual([
    "* OK ready",
    "A1 LOGIN •••",
    "* CAPABILITY IMAP4rev1 IDLE",
    "A1 NO no",
    "A2 AUTHENTICATE PLAIN •••",
    "+",
    "•••",
    "A2 OK",
    "A3 SELECT INBOX",
  ]);
});

const short = fc.stringMatching(/^[a-z!.+]{1,5}$/).filter((text) => text !== "no");

test("a short secret is hidden as a whole word, and other words stay", () => {
  const says = (text: string, secret: string) => hideSecrets([{ from: "server", text }], [secret])[0]!.text;
  fc.assert(
    fc.property(short, before, (secret, user) => {
      for (const written of [
        secret,
        encodeURIComponent(secret),
        base64(`\0${user}\0${secret}`),
        base64(`${user}:${secret}`),
      ]) {
        // Base64 of so few letters is no run that could be told from a word.
        if (written.length < 4 && written !== secret) continue;
        expect(says(`535 <${written}> no`, secret)).toBe("535 <•••> no");
      }
    }),
  );
  const greeting = "220 smtp.example.org ESMTP Postfix, support at https://example.org/support";
  for (const secret of ["p", "or", "mtp", "ampl"]) expect(says(greeting, secret)).toBe(greeting);
  expect(says("535 wrong password: p", "p")).toBe("535 wrong password: •••");
});

test("what is no secret stays readable", () => {
  const text = "550 5.7.1 <invites@example.org>: Sender address rejected: not owned by user ann@example.org";
  expect(hideSecrets([{ from: "server", text }], ["correct horse", null, ""])).toEqual([{ from: "server", text }]);
});

test("of a server that goes on for ever so much is kept, and it is told to end", () => {
  let ends = 0;
  const { lines, hear } = listenerOf(() => ends++);
  for (let i = 0; i < 200; i++) hear({ from: "server", text: `${"x".repeat(990)} hunter22 ${"y".repeat(5000)}` });
  expect(ends).toBe(0);
  hear({ from: "server", text: "250 more" });
  expect([ends, lines.length]).toEqual([1, 200]);
  const shown = hideSecrets(lines, ["hunter22"]);
  expect(shown.map(({ text }) => text.length)).toEqual(Array(200).fill(1000));
  // Masked before it is cut: half a secret is one too.
  expect(shown[0]!.text).toBe(`${"x".repeat(990)} ••• yyyyy`);
});

test("an endless line is not kept at all", () => {
  const { lines, hear } = listenerOf(() => {});
  hear({ from: "server", text: "z".repeat(1_000_000) });
  expect(lines).toEqual([{ from: "server", text: "", omitted: 1_000_000 }]);
});
