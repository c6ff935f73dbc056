import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Database, databaseAnswers, openDatabase } from "@/lib/db";
import { handleMail } from "@/lib/inbox/handle";
import { type InboxReader, startInbox } from "@/lib/inbox/reader";
import { imapConnection } from "@/lib/mail/settings/imap-connection";
import { serverOfUrl } from "@/lib/mail/settings/server";
import { calendarEntry, calendarReply, replyMail } from "@/tests/support/calendar-reply";
import { onEachDatabase } from "@/tests/support/database";
import { currentAnswer } from "@/tests/support/give-answer";
import { appSecret, inputFor, install, schedule } from "@/tests/support/installation";
import { type MailServer, mayRunMailServer, startMailServer } from "@/tests/support/mail-server/start";
import { freePort } from "@/tests/support/postgres";
import { sendRaw } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const domain = "example.org";
const from = `eve@${domain}`;
/** One a test, and each test runs on two databases. */
const mailboxes = Array.from({ length: 4 }, (_, i) => ({ address: `invites-${i}@${domain}`, password: "kept" }));

describe.skipIf(!mayRunMailServer)("whatever somebody mails to a real Dovecot (as root only)", () => {
  let servers: MailServer;
  let boxes = 0;
  beforeAll(async () => {
    servers = await startMailServer(domain, mailboxes);
  });
  afterAll(() => servers?.stop());

  onEachDatabase((db) => {
    let reader: InboxReader | undefined;
    let lines: string[];
    beforeEach(() => {
      lines = [];
      vi.spyOn(process.stderr, "write").mockImplementation((chunk) => lines.push(String(chunk)) > 0);
    });
    afterEach(async () => {
      await reader?.stop();
      vi.restoreAllMocks();
    });
    const logged = (event: string) => lines.filter((line) => line.includes(`"event":"${event}"`)).length;

    function mailbox() {
      const box = mailboxes[boxes++]!;
      const place = serverOfUrl(servers.imapUrl(box));
      const send = (raw: string) => sendRaw(servers.smtpUrl, from, box.address, raw);
      const unseen = async () => {
        const client = await imapConnection(place);
        await client.connect();
        const { unseen } = (await client.status("INBOX", { unseen: true })) || {};
        await client.logout();
        return unseen;
      };
      /** Reads on whichever database counts at the moment, as the program does. */
      const read = (current: () => Database, before: (raw: Buffer) => void = () => {}) => {
        reader = startInbox({
          server: async () => place,
          handle: async (raw, receivedAt) => {
            before(raw);
            return handleMail(current(), raw, { appSecret, receivedAt, now: new Date() });
          },
          databaseAnswers: () => databaseAnswers(current()),
        });
      };
      return { send, unseen, read };
    }

    async function invited() {
      const place = await install(db());
      const meetingId = await schedule(db(), place, inputFor(place.domain.id, 3, new Date()));
      const people = async () => {
        const where = { meetingId, isOrganiser: false };
        const found = await db().prisma.participant.findMany({ where, orderBy: { position: "asc" } });
        return Promise.all(found.map(async (one) => ({ ...one, ...(await currentAnswer(db(), one.id)) })));
      };
      const reply = ({ calendarUid: uid, email }: { calendarUid: string; email: string }, change = {}) =>
        replyMail(calendarReply(calendarEntry({ uid, email }), change), { from: email, to: "x@example.org" });
      return { people, reply };
    }

    test("mails that cannot be handled are given up and hold up no answer behind them", async () => {
      const { send, unseen, read } = mailbox();
      const { people, reply } = await invited();
      const [ben] = await people();
      for (let i = 0; i < 3; i++) await send(reply(ben!, { uid: "ab\0cd" }));
      const hostile = "Subject: hostile\r\n\r\nSecretum 7f3a\r\n";
      for (let i = 0; i < 4; i++) await send(hostile);
      await send(reply(ben!));
      await waitFor("the mails", async () => (await unseen()) === 8);
      // Of what cannot be handled there is nothing left to find: these stand for what nobody thought of.
      read(db, (raw) => {
        if (raw.includes("hostile")) throw new RangeError(`Not to be handled: ${raw}`);
      });
      await waitFor("the answer", async () => (await people())[0]!.answer === "ACCEPTED");
      await waitFor("all to be marked", async () => (await unseen()) === 0);
      expect(logged("mail given up")).toBe(4);
      expect(logged("mail not handled")).toBe(20);
      expect(lines.join()).toContain("RangeError");
      expect(lines.join()).not.toContain("Secretum");
    });

    test("answers that come while the database is away are read when it is back, every one", async () => {
      const { send, unseen, read } = mailbox();
      const { people, reply } = await invited();
      const away = await openDatabase({
        databaseUrl: `postgresql://nobody@127.0.0.1:${await freePort()}/nothing`,
        dataDir: null,
      });
      let current = away;
      for (const person of await people()) await send(reply(person));
      await waitFor("the mails", async () => (await unseen()) === 3);
      read(() => current);
      // As often as a mail is tried that fails by itself.
      const tries = () => lines.filter((line) => line.includes('"event":"mail not handled","uid":1,')).length;
      await waitFor("the outage to be met again and again", () => tries() >= 5);
      expect(await unseen()).toBe(3);
      current = db();
      const answers = async () => (await people()).map(({ answer }) => answer);
      await waitFor("the answers", async () => (await answers()).every((answer) => answer === "ACCEPTED"));
      await waitFor("all to be marked", async () => (await unseen()) === 0);
      expect(logged("mail given up")).toBe(0);
      await away.close();
    });
  });
});
