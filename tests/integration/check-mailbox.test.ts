import { type AddressInfo, createServer as createPlainServer, type Socket } from "node:net";
import { createServer } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findingInWords } from "@/app/(admin)/mail/try-result";
import { checkMailbox } from "@/lib/mail/check/check-mailbox";
import { type MailServer, serverOfUrl } from "@/lib/mail/settings/server";
import { selfSignedCertificate } from "@/tests/support/certificate";
import { mayRunMailServer, type MailServer as RealServers, startMailServer } from "@/tests/support/mail-server/start";
import { startSmtp } from "@/tests/support/smtp";

const invites = { address: "invites@example.org", password: "kept-by-the-app" };

describe.skipIf(!mayRunMailServer)("a real Dovecot (as root only)", () => {
  let servers: RealServers;
  let inbox: MailServer;
  beforeAll(async () => {
    servers = await startMailServer("example.org", [invites]);
    inbox = serverOfUrl(servers.imapUrl(invites));
  });
  afterAll(() => servers?.stop());

  test("is opened as typed, and says what it holds and whether it announces new mail", async () => {
    const { ok, finding, conversation } = await checkMailbox({ ...inbox, security: "NONE" });
    expect(findingInWords(finding)).toBe(
      "Signed in as invites@example.org. INBOX holds 0 mails. New mail is announced at once (IDLE).",
    );
    expect(ok).toBe(true);
    expect(conversation.some(({ from, text }) => from === "client" && / SELECT INBOX/.test(text))).toBe(true);
    expect(JSON.stringify(conversation)).not.toContain(invites.password);
  });

  test("that refuses the password is quoted, without the password", async () => {
    const { ok, finding, conversation } = await checkMailbox({
      ...inbox,
      security: "NONE",
      password: "another-password",
    });
    expect(ok).toBe(false);
    expect(findingInWords(finding)).toContain("did not accept the user name and password");
    expect(JSON.stringify([finding, conversation])).not.toContain("another-password");
  });

  test("whose certificate cannot be trusted is not given the password after STARTTLS", async () => {
    const { ok, finding, conversation } = await checkMailbox({ ...inbox, security: "STARTTLS" });
    expect(ok).toBe(false);
    expect(findingInWords(finding)).toContain("certificate is self-signed");
    expect(conversation.some(({ from, text }) => from === "client" && /LOGIN|AUTHENTICATE/.test(text))).toBe(false);
  });
});

test("a certificate that cannot be trusted ends it before anything is said", async () => {
  let heard = "";
  const server = createServer(selfSignedCertificate(), (socket) => {
    socket.on("data", (data) => {
      heard += data;
    });
    socket.on("error", () => {});
    socket.write("* OK ready\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const account = { user: invites.address, password: invites.password };
  const { ok, finding } = await checkMailbox({ host: "127.0.0.1", port, security: "TLS", verify: true, ...account });
  expect(ok).toBe(false);
  expect(findingInWords(finding)).toContain("certificate is self-signed");
  expect(heard).toBe("");
  await new Promise((resolve) => server.close(resolve));
});

test("a server that is none for mailboxes, and nobody at all, are told apart", async () => {
  const smtp = await startSmtp();
  const at = { host: "127.0.0.1", security: "TLS" as const, verify: true, user: "ann", password: "hunter22" };
  expect(findingInWords((await checkMailbox({ ...at, port: smtp.port })).finding)).toContain("does not begin with TLS");
  await smtp.stop();
  expect(findingInWords((await checkMailbox({ ...at, port: smtp.port })).finding)).toContain(
    "Nothing answers at 127.0.0.1",
  );
});

/** A server that says something as soon as somebody is there; `then` hears each line of theirs. */
async function sayingServer(greet: (socket: Socket) => void, then: (socket: Socket, line: string) => void = () => {}) {
  const server = createPlainServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (data) => then(socket, String(data)));
    greet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = {
    host: "127.0.0.1",
    port: (server.address() as AddressInfo).port,
    security: "NONE",
    verify: true,
  } as const;
  return { place: { ...place, user: "ann", password: "hunter22" }, stop: () => server.close() };
}

test("a server that talks without end is left, and little of it is kept", async () => {
  const talk = (socket: Socket) => {
    if (!socket.destroyed) socket.write("* OK and another thing\r\n".repeat(500), () => setImmediate(talk, socket));
  };
  const { place, stop } = await sayingServer((socket) => {
    socket.write("* OK ready\r\n");
    talk(socket);
  });
  const { ok, conversation } = await checkMailbox(place);
  stop();
  expect(ok).toBe(false);
  expect(conversation.length).toBeGreaterThan(100);
  expect(conversation.length).toBeLessThanOrEqual(200);
});

test("a server that hangs up in the middle is told of in words", async () => {
  const { place, stop } = await sayingServer(
    (socket) => socket.write("* OK ready\r\n"),
    (socket) => socket.destroy(),
  );
  const { ok, finding } = await checkMailbox(place);
  stop();
  expect(ok).toBe(false);
  expect(findingInWords(finding)).not.toContain("false");
  expect(findingInWords(finding)).toContain(`127.0.0.1, port ${place.port}`);
});
