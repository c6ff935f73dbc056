import { createHash, createPublicKey, createVerify } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findingInWords } from "@/app/(admin)/mail/try-result";
import { sendTestMail } from "@/lib/mail/check/test-mail";
import { outcomeOfError } from "@/lib/mail/delivery/outcome";
import { openTransport } from "@/lib/mail/delivery/transport";
import { newDkimKey } from "@/lib/mail/settings/dkim";
import type { MailServer } from "@/lib/mail/settings/server";
import { startSecureSmtp } from "@/tests/support/secure-smtp";
import { startSmtp } from "@/tests/support/smtp";

const user = "invites@example.org";
const password = "correct horse+battery/staple";
const sender = { name: "Office", address: "invites@example.org" };
const to = { name: "Ada", address: "ada@example.org" };

describe.each(["STARTTLS", "TLS"] as const)(
  "through a server with %s, sign-in and a self-signed certificate",
  (security) => {
    let smtp: Awaited<ReturnType<typeof startSecureSmtp>>;
    let server: MailServer;

    beforeAll(async () => {
      smtp = await startSecureSmtp({ secure: security === "TLS", user, password });
    });
    beforeEach(() => {
      smtp.received.length = 0;
      server = { host: "127.0.0.1", port: smtp.port, security, verify: true, user, password };
    });
    afterAll(() => smtp.stop());

    const send = (change: Partial<MailServer> = {}) =>
      sendTestMail({
        server: { ...server, ...change },
        dkim: null,
        sender,
        to,
        replyTo: to,
        locale: "en",
        bounceTo: "invites+b-1@example.org",
        publicUrl: "https://meet.example.org",
      });

    test("the certificate is refused, in words, before a password or a mail is given", async () => {
      const before = smtp.signIns();
      const { ok, finding, conversation } = await send();
      expect(ok).toBe(false);
      expect(findingInWords(finding)).toContain("certificate is self-signed");
      expect(findingInWords(finding)).toContain("Nothing was sent, not even the password");
      expect(conversation.some(({ from, text }) => from === "client" && text.startsWith("AUTH"))).toBe(false);
      expect(smtp.signIns()).toBe(before);
      expect(smtp.received).toEqual([]);
    });

    test("with the check off a real mail leaves, and the password is not shown", async () => {
      const { ok, finding, conversation } = await send({ verify: false });
      expect(findingInWords(finding)).toContain("Ok: queued as 1");
      expect(ok).toBe(true);
      expect(smtp.received).toMatchObject([{ from: "invites+b-1@example.org", to: ["ada@example.org"] }]);
      expect(smtp.received[0]!.raw).toMatch(/^From: Office <invites@example\.org>/m);
      const said = conversation.map(({ from, text }) => `${from}: ${text}`);
      expect(said).toContain("client: AUTH PLAIN •••");
      expect(said).toContain("client: MAIL FROM:<invites+b-1@example.org>");
      expect(said.some((line) => line.startsWith("server: 235"))).toBe(true);
      expectNoSecret(JSON.stringify([finding, conversation]), password);
    });

    test("a wrong password is named, and not repeated even where the server does", async () => {
      const wrong = "a wrong+password/of hers";
      const { ok, finding, conversation } = await send({ verify: false, password: wrong });
      expect(ok).toBe(false);
      expect(findingInWords(finding)).toContain("did not accept the user name and password");
      expect(findingInWords(finding)).toContain("535");
      expect(conversation.some(({ text }) => text.includes("5.7.8 Wrong: •••"))).toBe(true);
      expectNoSecret(JSON.stringify([finding, conversation]), wrong);
    });

    test("a delivery is refused for the same reason, in the words that organisers read", async () => {
      const transport = openTransport({ server, dataDir: "" });
      const mail = {
        envelope: { from: user, to: ["bob@example.org"] },
        messageId: "1@x",
        raw: Buffer.from("Subject: x\r\n\r\nx"),
      };
      const error = await transport.send(mail).catch((refusal: unknown) => refusal);
      transport.close();
      expect(outcomeOfError(error)).toMatchObject({
        result: "retry",
        reason: "certificate-self-signed",
      });
    });
  },
);

describe("what is wrong with a server is said in words", () => {
  const send = (server: Partial<MailServer>) =>
    sendTestMail({
      server: { host: "127.0.0.1", port: 1, security: "NONE", verify: true, user: null, password: null, ...server },
      dkim: null,
      sender,
      to,
      replyTo: null,
      locale: "en",
      bounceTo: sender.address,
      publicUrl: "https://meet.example.org",
    });

  test("nobody there", async () => {
    expect(findingInWords((await send({})).finding)).toBe("Nothing answers at 127.0.0.1, port 1. Is the port right?");
  });

  test("a sentence of ours is never taken for a secret, whatever the password is", async () => {
    for (const password of ["p", "port", "127.0.0.1", "Nothing answers"]) {
      const { finding } = await send({ user: "ann", password });
      expect(findingInWords(finding)).toBe("Nothing answers at 127.0.0.1, port 1. Is the port right?");
    }
  });

  test("TLS where the server begins without", async () => {
    const smtp = await startSmtp();
    expect(findingInWords((await send({ port: smtp.port, security: "TLS" })).finding)).toContain(
      "does not begin with TLS",
    );
    await smtp.stop();
  });

  test("STARTTLS where the server has none: no mail in clear", async () => {
    const smtp = await startSmtp();
    const { ok, finding } = await send({ port: smtp.port, security: "STARTTLS" });
    expect(ok).toBe(false);
    expect(findingInWords(finding)).toMatch(/refused|could not turn/);
    expect(smtp.received).toEqual([]);
    await smtp.stop();
  });

  test("a recipient or sender it does not take, in its own words", async () => {
    const smtp = await startSmtp({ respond: () => ({ kind: "refuse", code: 550, message: "5.7.1 Not from you" }) });
    expect(findingInWords((await send({ port: smtp.port })).finding)).toContain("5.7.1 Not from you");
    await smtp.stop();
  });
});

test("the published key proves a signed mail (RFC 6376), and a retry is the same", async () => {
  const smtp = await startSmtp();
  const { privateKey, publicKey } = await newDkimKey();
  const server: MailServer = {
    host: "127.0.0.1",
    port: smtp.port,
    security: "NONE",
    verify: true,
    user: null,
    password: null,
  };
  const dkim = { domain: "example.org", selector: "latchkey", privateKey };
  const transport = openTransport({ server, dataDir: "", dkim });
  const raw = Buffer.from(
    "From: Office <invites@example.org>\r\nTo: ada@example.org\r\nSubject: Board  meeting\r\n\r\nHello  Ada \r\n\r\n\r\n",
  );
  const mail = { envelope: { from: user, to: ["ada@example.org"] }, messageId: "1@x", raw };
  await transport.send(mail);
  await transport.send(mail);
  transport.close();
  await smtp.stop();
  const [first, second] = smtp.received;
  expect(first!.raw).toBe(second!.raw);
  expect(verifyDkim(first!.raw, publicKey)).toEqual({
    domain: "example.org",
    selector: "latchkey",
    body: true,
    head: true,
  });
  expect(verifyDkim(first!.raw.replace("Hello", "Hallo"), publicKey)).toMatchObject({ body: false });
  expect(verifyDkim(first!.raw.replace("Board", "Bored"), publicKey)).toMatchObject({ head: false });
});

/** As a receiver does it: relaxed headers and body, rsa-sha256. */
function verifyDkim(raw: string, publicKey: string) {
  const [head, body] = [raw.slice(0, raw.indexOf("\r\n\r\n")), raw.slice(raw.indexOf("\r\n\r\n") + 4)];
  const headers = head.split(/\r\n(?![ \t])/);
  const field = headers.find((line) => /^dkim-signature:/i.test(line))!;
  const tags = Object.fromEntries(
    field
      .slice(field.indexOf(":") + 1)
      .split(";")
      .map((tag) => tag.trim().match(/^(\w+)\s*=\s*([\s\S]*)$/)!)
      .map(([, name, value]) => [name, value!.replace(/\s/g, "")]),
  );
  expect(tags).toMatchObject({ a: "rsa-sha256", c: "relaxed/relaxed" });
  const relaxedBody = `${body
    .replace(/[ \t]+/g, " ")
    .replace(/ \r\n/g, "\r\n")
    .replace(/(\r\n)*$/, "")}\r\n`;
  const relaxed = (line: string) => {
    const at = line.indexOf(":");
    return `${line.slice(0, at).toLowerCase().trim()}:${line
      .slice(at + 1)
      .replace(/\r\n/g, "")
      .replace(/[ \t]+/g, " ")
      .trim()}`;
  };
  const signed = tags
    .h!.split(":")
    .flatMap((name: string) => headers.filter((line) => relaxed(line).startsWith(`${name.toLowerCase()}:`)));
  const withoutSignature = relaxed(field.replace(/(\bb\s*=)[^;]*(;|$)(?![\s\S]*\bb\s*=)/, "$1$2"));
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  const text = [...signed.map(relaxed), withoutSignature].join("\r\n");
  return {
    domain: tags.d,
    selector: tags.s,
    body: createHash("sha256").update(relaxedBody).digest("base64") === tags.bh,
    head: createVerify("sha256").update(text).verify(key, tags.b!, "base64"),
  };
}

function expectNoSecret(text: string, secret: string) {
  for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64").replace(/=+$/, "")]) {
    expect(text).not.toContain(form);
  }
  for (const [run] of text.matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)) {
    expect(Buffer.from(run, "base64").toString()).not.toContain(secret);
  }
}
