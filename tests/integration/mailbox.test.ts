import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newAppSecret } from "@/lib/credentials/app-credential";
import { signRoomToken } from "@/lib/jitsi/room-token";
import { roomUrl } from "@/lib/jitsi/room-url";
import { importSigningKey } from "@/lib/jitsi/signing-algorithm";
import { composeMail } from "@/lib/mail/compose/mail";
import { openTransport } from "@/lib/mail/delivery/transport";
import { deleteExpiredMails } from "@/lib/mail/local/delete-expired";
import { deleteMail, rawMail } from "@/lib/mail/local/folder";
import { listMailbox } from "@/lib/mail/local/list";
import { readMail } from "@/lib/mail/local/read";
import { tokenFacts } from "@/lib/mail/local/token-facts";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";

let dataDir: string;
const idOf = (n: number) => n.toString(16).padStart(32, "0");
const fileOf = (id: string) => path.join(dataDir, "mail", `${id}.eml`);

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "latchkey-mailbox-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function write(n: number, text: string, at = new Date(2_000_000_000_000 + n * 1000)): string {
  mkdirSync(path.join(dataDir, "mail"), { recursive: true });
  writeFileSync(fileOf(idOf(n)), text);
  utimesSync(fileOf(idOf(n)), at, at);
  return idOf(n);
}

const plain = (n: number) =>
  `From: Latchkey <invites@latchkey.example>\r\nTo: bob@example.net\r\nSubject: Mail ${n}\r\n\r\nHello\r\n`;

async function meetingMail(): Promise<MeetingMail> {
  const [startsAt, endsAt] = [new Date("2026-11-24T09:15:00Z"), new Date("2026-11-24T10:15:00Z")];
  const facts = {
    jti: "01939999-0000-7000-8000-000000000000",
    room: "k3vq8m-0d7xya-h2ngt5-9wzbcr",
    moderator: false,
    issuedAt: new Date("2026-11-01T10:00:00Z"),
    notBefore: new Date("2026-11-24T09:00:00Z"),
    expiresAt: new Date("2026-11-24T14:15:00Z"),
    issuer: "latchkey",
    audience: "jitsi",
    subject: "meet.example.org",
    user: { id: "1", name: "Bob Ray", email: "bob@example.net", avatarUrl: null },
  };
  const token = await signRoomToken(facts, await importSigningKey(newAppSecret()));
  return {
    locale: "en",
    kind: "INVITATION",
    host: "meet.example.org",
    changes: [],
    previous: null,
    removed: false,
    reminderMinutes: null,
    method: "REQUEST",
    uid: "0193-bob@latchkey.example",
    sequence: 0,
    revisedAt: facts.issuedAt,
    createdAt: facts.issuedAt,
    title: "Quarterly <b>review</b>",
    description: "1. numbers\n2. <script>alert(1)</script>",
    startsAt,
    endsAt,
    timeZone: "Europe/Berlin",
    organiser: { name: "Ann Lee", email: "ann@example.org" },
    sender: { name: "Latchkey", address: "invites@latchkey.example" },
    recipient: { name: "Bob Ray", email: "bob@example.net", timeZone: null, role: "ATTENDEE", isOrganiser: false },
    partstat: "NEEDS-ACTION",
    answerUrl: null,
    personalLink: roomUrl({ baseUrl: "https://meet.example.org", room: facts.room, token, title: "Board" }),
    linkWorks: { from: facts.notBefore, until: facts.expiresAt },
    messageId: "0193-0@latchkey.example",
    references: null,
    sentAt: facts.issuedAt,
  };
}

async function send(mail: MeetingMail): Promise<string> {
  const transport = openTransport({ server: null, dataDir });
  await transport.send(await composeMail(mail));
  transport.close();
  return (await listMailbox(dataDir, 1)).mails[0]!.id;
}

test("an invitation reads back as what was sent: mail, calendar entry and token", async () => {
  const sent = await meetingMail();
  const mail = await readMail(dataDir, await send(sent));
  expect(mail).toMatchObject({
    readable: true,
    to: "Bob Ray <bob@example.net>",
    from: "Ann Lee via Latchkey <invites@latchkey.example>",
    replyTo: "Ann Lee <ann@example.org>",
    messageId: "<0193-0@latchkey.example>",
  });
  expect(mail?.text).toContain(sent.personalLink);
  expect(mail?.html).toContain("&lt;script&gt;");

  expect(mail?.calendar?.method).toBe("REQUEST");
  const property = (name: string) => mail?.calendar?.properties.find((one) => one.name === name);
  expect(property("DTSTART")).toMatchObject({ at: sent.startsAt, parameters: "TZID=Europe/Berlin" });
  expect(property("DTEND")?.at).toEqual(sent.endsAt);
  expect(property("SUMMARY")?.value).toBe("Quarterly <b>review</b>");
  expect(property("ATTENDEE")?.parameters).toContain("PARTSTAT=NEEDS-ACTION");

  expect(tokenFacts(mail!.token!)).toEqual({
    room: "k3vq8m-0d7xya-h2ngt5-9wzbcr",
    name: "Bob Ray",
    email: "bob@example.net",
    moderator: false,
    notBefore: new Date("2026-11-24T09:00:00Z"),
    expiresAt: new Date("2026-11-24T14:15:00Z"),
    issuer: "latchkey",
    audience: "jitsi",
    subject: "meet.example.org",
  });
});

test("a cancellation has an entry and no token", async () => {
  const cancellation = { ...(await meetingMail()), method: "CANCEL" as const, sequence: 1, personalLink: null };
  const mail = await readMail(dataDir, await send({ ...cancellation, linkWorks: null }));
  expect(mail?.calendar?.method).toBe("CANCEL");
  expect(mail?.token).toBeNull();
});

test("an empty mailbox is a page with nothing on it, also before the first mail", async () => {
  expect(await listMailbox(dataDir, 1)).toEqual({ mails: [], total: 0, page: 1, pages: 1 });
});

test("pages show every mail once, the newest first, and a page too far is the last", async () => {
  for (let n = 0; n < 120; n += 1) write(n, plain(n));
  const pages = await Promise.all([1, 2, 3].map((page) => listMailbox(dataDir, page)));
  const subjects = pages.flatMap(({ mails }) => mails.map(({ subject }) => subject));
  expect(subjects).toEqual(Array.from({ length: 120 }, (_, n) => `Mail ${119 - n}`));
  for (const [wanted, page] of [
    [99, 3],
    [0, 1],
    [-1, 1],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 3],
    [1.9, 1],
  ] as const) {
    expect((await listMailbox(dataDir, wanted)).page).toBe(page);
  }
});

describe("a file that is no mail is shown as such and hides no other", () => {
  test.each([
    ["empty", ""],
    ["no mail", "garbage\u0000\u0001"],
    ["half a header", "From: Latchkey <inv"],
    ["endless header", `Subject: ${"x".repeat(300_000)}`],
    ["HTML", "<html><script>alert(1)</script>"],
  ])("%s", async (_name, text) => {
    write(1, plain(1));
    const broken = write(2, text);
    const { mails } = await listMailbox(dataDir, 1);
    expect(mails.map(({ readable }) => readable)).toEqual([false, true]);
    expect(await readMail(dataDir, broken)).toMatchObject({ readable: false, token: null, calendar: null });
  });

  test("a mail whose calendar entry and token are broken", async () => {
    const calendar = "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nDTSTART:soon\r\n";
    const text = "Content-Type: text/plain\r\n\r\nhttps://meet.example.org/room?jwt=eyJ.broken.token\r\n";
    const head = "From: a@example.org\r\nTo: b@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n";
    const id = write(3, `${head}--x\r\n${text}--x\r\n${calendar}--x--\r\n`);
    expect(await readMail(dataDir, id)).toMatchObject({
      readable: true,
      hasCalendar: true,
      calendar: null,
      token: null,
    });
  });
});

test("an ID that is not one of ours is not looked up, whatever path it spells", async () => {
  mkdirSync(path.join(dataDir, "mail"), { recursive: true });
  writeFileSync(path.join(dataDir, "app-secret"), "top secret");
  writeFileSync(path.join(dataDir, "app-secret.eml"), "top secret");
  const id = write(1, plain(1));
  for (const hostile of [
    "../app-secret",
    "..%2fapp-secret",
    "..\\app-secret",
    `${id}/../../app-secret`,
    `${id}\u0000`,
    `${id}\n`,
    `${id}.eml`,
    id.toUpperCase().replace("0", "O"),
    "",
    ".",
  ]) {
    expect(await rawMail(dataDir, hostile)).toBeNull();
    expect(await readMail(dataDir, hostile)).toBeNull();
  }
  expect(await rawMail(dataDir, id)).not.toBeNull();
});

test("an unfinished file, and a folder with a mail's name, are no mails", async () => {
  write(1, plain(1));
  mkdirSync(fileOf(idOf(3)));
  writeFileSync(path.join(dataDir, "mail", `${idOf(2)}.eml.draft`), "half");
  expect((await listMailbox(dataDir, 1)).total).toBe(1);
  expect(await readMail(dataDir, idOf(3))).toBeNull();
});

test("a page shows the fifty mails that it is about", async () => {
  for (let n = 0; n < 200; n += 1) write(n, plain(n));
  const { mails, total } = await listMailbox(dataDir, 3);
  expect(total).toBe(200);
  expect(mails.map(({ subject }) => subject)).toEqual(Array.from({ length: 50 }, (_, n) => `Mail ${99 - n}`));
});

test("a mail is deleted when its link expires, and one without link after a month", async () => {
  const { raw } = await composeMail(await meetingMail());
  const invited = write(1, raw.toString("latin1"), new Date("2026-11-01T10:00:00Z"));
  const notice = write(2, plain(2), new Date("2026-11-01T10:00:00Z"));
  const broken = write(3, "\0", new Date("2026-11-01T10:00:00Z"));
  const left = async (now: string) => {
    await deleteExpiredMails(dataDir, new Date(now));
    return (await listMailbox(dataDir, 1)).mails.map(({ id }) => id).sort();
  };
  expect(await left("2026-11-24T14:14:59Z")).toEqual([invited, notice, broken]);
  expect(await left("2026-11-24T14:15:00Z")).toEqual([notice, broken]);
  expect(await left("2026-12-01T10:00:00Z")).toEqual([]);
});

test("only a mail can be deleted", async () => {
  const kept = write(1, plain(1));
  writeFileSync(path.join(dataDir, "app-secret"), "x");
  for (const id of ["../app-secret", "", `../mail/${kept}`]) await deleteMail(dataDir, id);
  expect(await rawMail(dataDir, kept)).not.toBeNull();
  await deleteMail(dataDir, kept);
  expect(await rawMail(dataDir, kept)).toBeNull();
});
