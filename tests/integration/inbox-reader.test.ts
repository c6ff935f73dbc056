import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Handle } from "@/lib/inbox/read-unseen";
import { type InboxReader, startInbox } from "@/lib/inbox/reader";
import { imapConnection } from "@/lib/mail/settings/imap-connection";
import { type MailServer as Place, serverOfUrl } from "@/lib/mail/settings/server";
import { type MailServer, mayRunMailServer, startMailServer } from "@/tests/support/mail-server/start";
import { sendRaw } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const domain = "example.org";
let boxes = 0;
/** Each test has a mailbox of its own. */
const mailboxes = Array.from({ length: 9 }, (_, i) => ({ address: `box-${i}@${domain}`, password: `pass word/${i}` }));

describe.skipIf(!mayRunMailServer)("the reader of the inbox, at a real Dovecot (as root only)", () => {
  let servers: MailServer;
  let reader: InboxReader | undefined;
  beforeAll(async () => {
    servers = await startMailServer(domain, mailboxes);
  });
  afterAll(() => servers?.stop());
  afterEach(async () => {
    await reader?.stop();
    reader = undefined;
    vi.restoreAllMocks();
  });

  function mailbox() {
    const box = mailboxes[boxes++]!;
    const place = serverOfUrl(servers.imapUrl(box));
    const send = (subject: string, body = "Hello") =>
      sendRaw(
        servers.smtpUrl,
        `ann@${domain}`,
        box.address,
        `From: ann@${domain}\r\nSubject: ${subject}\r\n\r\n${body}\r\n`,
      );
    const counts = async () => {
      const client = await imapConnection(place);
      await client.connect();
      const { messages, unseen } = (await client.status("INBOX", { messages: true, unseen: true })) || {};
      await client.logout();
      return { messages, unseen };
    };
    const read = (handle: Handle, server: () => Promise<Place | null> = async () => place) => {
      reader = startInbox({ server, handle, databaseAnswers: async () => true, lookForSettingsMs: 50 });
    };
    return { box, place, send, counts, read };
  }
  const subjectOf = (raw: Buffer) => /^Subject: (.*)\r$/m.exec(raw.toString())![1]!;

  test("waiting and new mails are handled and marked as read, and nothing is deleted", async () => {
    const { send, counts, read } = mailbox();
    await send("one");
    await waitFor("the first mail", async () => (await counts()).messages === 1);
    const handled: string[] = [];
    read(async (raw) => {
      handled.push(subjectOf(raw));
      return "done";
    });
    await waitFor("the first to be handled", () => handled.length === 1);
    for (const subject of ["two", "three", "four"]) await send(subject);
    await waitFor("the others to be handled", () => handled.length === 4);
    expect(handled.toSorted()).toEqual(["four", "one", "three", "two"]);
    await waitFor("all to be marked", async () => (await counts()).unseen === 0);
    expect((await counts()).messages).toBe(4);
  });

  test("a mail that cannot be judged yet stays unread and is tried again", async () => {
    const { send, counts, read } = mailbox();
    let tries = 0;
    const handled: string[] = [];
    read(async (raw) => {
      // However long the other one is on its way.
      if (subjectOf(raw) === "early" && (++tries < 3 || !handled.includes("good"))) return "later";
      handled.push(subjectOf(raw));
      return "done";
    });
    await send("early");
    await send("good");
    await waitFor("all to be marked", async () => (await counts()).messages === 2 && (await counts()).unseen === 0);
    expect(handled).toEqual(["good", "early"]);
  });

  test("a mail of 300 kB is marked as read without being fetched", async () => {
    const { send, counts, read } = mailbox();
    const handle = vi.fn(async () => "done" as const);
    read(handle);
    await send("large", "x".repeat(70).concat("\r\n").repeat(4300));
    await send("small");
    await waitFor("both to be marked", async () => {
      const { messages, unseen } = await counts();
      return messages === 2 && unseen === 0;
    });
    expect(handle).toHaveBeenCalledTimes(1);
  });

  test("two readers of one mailbox lose nothing", async () => {
    const { send, counts, read, place } = mailbox();
    const handled = new Set<string>();
    const handle: Handle = async (raw) => {
      handled.add(subjectOf(raw));
      return "done";
    };
    read(handle);
    const second = startInbox({ server: async () => place, handle, databaseAnswers: async () => true });
    for (let i = 0; i < 10; i++) await send(`mail ${i}`);
    await waitFor("all to be handled", () => handled.size === 10);
    await waitFor("all to be marked", async () => (await counts()).unseen === 0);
    await second.stop();
  });

  test("settings that change while it runs are taken up: another mailbox, and none", async () => {
    const [first, second] = [mailbox(), mailbox()];
    const handled: string[] = [];
    let place: Place | null = null;
    const handle: Handle = async (raw) => {
      handled.push(subjectOf(raw));
      return "done";
    };
    first.read(handle, async () => place);
    await first.send("to the first");
    await second.send("to the second");
    place = first.place;
    await waitFor("the first mailbox", () => handled[0] === "to the first");
    place = second.place;
    await waitFor("the second mailbox", () => handled[1] === "to the second");
    await first.send("nobody reads this");
    await second.send("but this");
    await waitFor("the next mail", () => handled.length === 3);
    expect(handled[2]).toBe("but this");
  });

  test("stopping waits for the current mail, marks it as read, and begins no other", async () => {
    const { send, counts, read } = mailbox();
    await send("one");
    await send("two");
    await waitFor("both mails", async () => (await counts()).messages === 2);
    let finish = () => {};
    const handle = vi.fn(() => new Promise<"done">((resolve) => (finish = () => resolve("done"))));
    read(handle);
    await waitFor("the first to begin", () => handle.mock.calls.length === 1);
    const stopped = reader!.stop();
    finish();
    await stopped;
    expect(handle).toHaveBeenCalledTimes(1);
    expect(await counts()).toEqual({ messages: 2, unseen: 1 });
  });

  test("a wrong password is logged without it, and the right one is used once saved", async () => {
    const { send, read, place } = mailbox();
    const lines: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((chunk) => lines.push(String(chunk)) > 0);
    const given = { ...place, password: "wrong-and-secret" };
    const handle = vi.fn(async () => "done" as const);
    read(handle, async () => ({ ...given }));
    await waitFor("the refusal", () => lines.some((line) => line.includes("inbox not reachable")));
    given.password = place.password!;
    await send("hello");
    await waitFor("the mail", () => handle.mock.calls.length === 1);
    expect(lines.join()).not.toContain("wrong-and-secret");
  });

  test("a certificate that nobody vouches for is refused, unless an admin said otherwise", async () => {
    const { box } = mailbox();
    const place = serverOfUrl(servers.imapsUrl(box));
    await expect((await imapConnection(place)).connect()).rejects.toThrow(/certificate/);
    await expect(
      (
        await imapConnection({ ...place, port: serverOfUrl(servers.imapUrl(box)).port, security: "STARTTLS" })
      ).connect(),
    ).rejects.toThrow(/certificate/);
    const client = await imapConnection({ ...place, verify: false });
    await client.connect();
    expect(client.secureConnection).toBe(true);
    await client.logout();
  });
});
