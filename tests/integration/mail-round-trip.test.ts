import { once } from "node:events";
import type { ImapFlow } from "imapflow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { imapConnection } from "@/lib/mail/settings/imap-connection";
import { serverOfUrl } from "@/lib/mail/settings/server";
import type { Runtime } from "@/lib/runtime";
import { startRuntime } from "@/lib/start/start-runtime";
import { calendarReply, type MailShape, type ReplyOptions, replyMail } from "@/tests/support/calendar-reply";
import { newDataDir, newPostgresDatabase } from "@/tests/support/database";
import { currentAnswer } from "@/tests/support/give-answer";
import { appSecret, inputFor, install, schedule } from "@/tests/support/installation";
import { calendarOf } from "@/tests/support/mail";
import { type MailServer, mayRunMailServer, startMailServer } from "@/tests/support/mail-server/start";
import { person } from "@/tests/support/person";
import { sendRaw } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const domain = "example.org";
const invites = { address: `invites@${domain}`, password: "kept-by-the-app" };
const ben = { address: `participant-0@${domain}`, password: "kept-by-ben" };

describe.skipIf(!mayRunMailServer)("through a real Postfix and a real Dovecot (as root only)", () => {
  let servers: MailServer;
  beforeAll(async () => {
    servers = await startMailServer(domain, [invites, ben]);
  });
  afterAll(() => servers?.stop());

  describe.each(["pglite", "postgres"] as const)("on %s", (kind) => {
    let app: Runtime;
    beforeAll(async () => {
      const place = kind === "pglite" ? { DATA_DIR: newDataDir() } : { DATABASE_URL: await newPostgresDatabase() };
      const env = parseEnv({
        ...place,
        APP_SECRET: appSecret,
        SMTP_URL: servers.smtpUrl,
        MAIL_FROM: `Latchkey <${invites.address}>`,
        IMAP_URL: servers.imapUrl(invites),
        LOG_LEVEL: "warn",
      });
      app = await startRuntime(env, kind === "pglite" ? "web" : "worker");
    });
    afterAll(() => app?.stop());

    /** Schedules a meeting with somebody and gives their row and their invitation as it came out of their mailbox. */
    async function invite(email: string) {
      const place = await install(app.db);
      const input = inputFor(place.domain.id, 0, new Date());
      input.participants = [person({ name: "Ben", email })];
      const meetingId = await schedule(app.db, place, input);
      const row = async () => {
        const found = await app.db.prisma.participant.findFirstOrThrow({
          where: { meetingId, email },
          include: {
            answers: { orderBy: { id: "asc" } },
            deliveries: { include: { history: { orderBy: { number: "asc" } } } },
          },
        });
        return { ...found, ...(await currentAnswer(app.db, found.id)) };
      };
      return { row, participant: await row() };
    }

    async function answer(invitation: string, options: ReplyOptions, shape: MailShape) {
      const raw = replyMail(calendarReply(invitation, options), {
        from: ben.address,
        to: invites.address,
        shape,
        method: options.method,
      });
      await sendRaw(servers.smtpUrl, ben.address, invites.address, raw);
    }

    test("an invitation goes out, and the calendar's answers come back", async () => {
      const { row, participant } = await invite(ben.address);
      const invitation = await calendarIn(servers.imapUrl(ben), participant.calendarUid);
      const begin = Date.now() - 60_000;
      const given: [MailShape, ReplyOptions][] = [
        ["gmail", { partstat: "TENTATIVE" }],
        ["exchange", { partstat: "ACCEPTED", organizer: false, comment: "Ich käme gern,\nBen" }],
        ["bare", { partstat: "TENTATIVE", comment: "Still not sure" }],
        ["thunderbird", { partstat: "ACCEPTED" }],
        ["gmail", { partstat: "DECLINED", method: "COUNTER", laterByHours: 2 }],
      ];
      for (const [i, [shape, options]] of given.entries()) {
        await answer(invitation, { ...options, stampedAt: new Date(begin + i * 1000) }, shape);
        await waitFor("the answer", async () => (await row()).answer === options.partstat, { everyMs: 10 });
        expect((await row()).note).toBe(options.comment ?? "");
      }
      const { answers } = await row();
      expect(answers.map((row) => [row.answer, row.via])).toEqual(given.map(([, { partstat }]) => [partstat, "MAIL"]));
      const { isProposal, startsAt, proposedStartsAt } = answers.at(-1)!;
      expect([isProposal, +proposedStartsAt! - +startsAt!]).toEqual([true, 2 * 3600_000]);
    });

    test("a bounce turns the delivery that was accepted, with the reason", async () => {
      const { row } = await invite(`nobody-on-${kind}@${domain}`);
      const delivery = await waitFor("the bounce", async () => {
        const [only] = (await row()).deliveries;
        return only!.status === "BOUNCED" ? only : null;
      });
      expect(delivery).toMatchObject({
        responseCode: 550,
        reason: "bounced",
        serverText: expect.stringMatching(/^550 5\.1\.1 <nobody-on-\w+@example\.org> User doesn't exist/),
        nextAttemptAt: null,
      });
      expect(delivery.history.map(({ number, result }) => [number, result])).toEqual([
        [1, "ACCEPTED"],
        [2, "BOUNCED"],
      ]);
      expect(delivery.history[1]!.serverText).toBe(delivery.serverText);
    });

    test("an answer that comes while the mail server restarts is read when it is back", async () => {
      const { row, participant } = await invite(ben.address);
      const invitation = await calendarIn(servers.imapUrl(ben), participant.calendarUid);
      await servers.restartImap();
      await answer(invitation, { partstat: "DECLINED" }, "gmail");
      await waitFor("the answer", async () => (await row()).answer === "DECLINED");
    });

    test("every mail is marked as read, and none is deleted", async () => {
      const counts = await inMailbox(servers.imapUrl(invites), async (client) =>
        waitFor("all to be read", async () => {
          const status = await client.status("INBOX", { messages: true, unseen: true });
          return status && status.unseen === 0 ? status : null;
        }),
      );
      expect(counts.messages).toBeGreaterThanOrEqual(5);
    });
  });
});

async function inMailbox<T>(imapUrl: string, use: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = await imapConnection(serverOfUrl(imapUrl));
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.logout();
  }
}

/** The calendar entry with this UID, as soon as its mail is in the mailbox. */
function calendarIn(imapUrl: string, uid: string): Promise<string> {
  return inMailbox(imapUrl, async (client) => {
    await client.mailboxOpen("INBOX");
    for (;;) {
      const arrived = once(client, "exists");
      for (const { source } of await client.fetchAll("1:*", { source: true })) {
        const calendar = await calendarOf(source!.toString());
        if (calendar.includes(uid)) return calendar;
      }
      client.idle().catch(() => {});
      await arrived;
    }
  });
}
