import { afterEach, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { deliveryQueue, startQueue } from "@/lib/queue";
import { writeReminders } from "@/lib/reminders/write";
import { type AppOptions, startApp } from "@/tests/support/app";
import { newPostgresDatabase } from "@/tests/support/database";
import { appSecret, inputFor, install, schedule, sender } from "@/tests/support/installation";
import { startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const meetings = 40;
/** In each, with the organiser. */
const people = 50;
const all = meetings * people;

let cleanUp: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.reverse()) await step();
  cleanUp = [];
});

/** Meetings to come, everybody invited, and no mail left to be sent. */
async function saveMeetings(db: Database) {
  const installed = await install(db);
  const input = inputFor(installed.domain.id, people - 1, new Date());
  const ids: string[] = [];
  for (let i = 0; i < meetings; i++) {
    const meetingId = await schedule(db, installed, { ...input, title: `Meeting ${i}` });
    ids.push((await db.prisma.occurrence.findFirstOrThrow({ where: { meetingId } })).id);
  }
  await db.prisma.delivery.updateMany({ data: { status: "ACCEPTED", attempts: 1, settledAt: new Date() } });
  await db.boss.deleteQueuedJobs(deliveryQueue);
  return { ids, startsAt: input.startsAt };
}

/** All of them come due at once, in the last minute: every worker hears of it with the commit. */
async function makeDue(db: Database, { ids, startsAt }: { ids: string[]; startsAt: Date }) {
  const minutes = Math.ceil((startsAt.getTime() - Date.now()) / 60_000);
  const before = new Date(startsAt.getTime() - minutes * 60_000 - 1);
  await db.prisma.$transaction(async (tx) => {
    for (const occurrenceId of ids)
      await writeReminders(db, tx, { occurrenceId, minutes: [minutes], startsAt, now: before });
  });
}

const messageIdOf = (raw: string) => /^message-id: <(.+)>\r$/im.exec(raw)?.[1];

test("2,000 reminders of one minute, with two workers killed, are each sent once", async () => {
  const smtp = await startSmtp({ respond: () => ({ kind: "accept", afterMs: 5 }) });
  cleanUp.push(() => smtp.stop());
  const databaseUrl = await newPostgresDatabase();
  const db = await openDatabase({ databaseUrl, dataDir: null });
  cleanUp.push(async () => {
    await db.boss.stop({ graceful: false });
    await db.close();
  });
  await startQueue(db);
  const saved = await saveMeetings(db);
  const settings = { DATABASE_URL: databaseUrl, APP_SECRET: appSecret, WORKER: "separate", SMTP_URL: smtp.url };
  const env = { ...settings, MAIL_FROM: `${sender.name} <${sender.address}>` };
  const start = async (script: AppOptions["script"]) => {
    const app = await startApp({ env, script });
    cleanUp.push(() => app.kill());
    return app;
  };
  await Promise.all([start("serve"), start("serve"), start("serve")]);
  const workers = await Promise.all([start("worker"), start("worker"), start("worker")]);

  await makeDue(db, saved);
  // One while reminders are still being written to the ledger, one in the middle.
  await smtp.accepted(1);
  await workers[0]!.kill();
  await smtp.accepted(all / 2);
  await workers[1]!.kill();
  const undecided = () => db.prisma.delivery.count({ where: { status: "QUEUED" } });
  const waiting = () => db.prisma.reminder.count({ where: { status: "WAITING" } });
  await waitFor(
    "every reminder to be accepted",
    async () => (await waiting()) === 0 && (await undecided()) === 0 && smtp.received.length >= all,
    { everyMs: 200 },
  );

  const ledger = await db.prisma.delivery.findMany({
    where: { kind: "REMINDER" },
    select: { reminderId: true, participantId: true, messageId: true, status: true },
  });
  expect(ledger).toHaveLength(all);
  expect(new Set(ledger.map(({ status }) => status))).toEqual(new Set(["ACCEPTED"]));
  expect(new Set(ledger.map(({ reminderId, participantId }) => `${reminderId} ${participantId}`)).size).toBe(all);
  // As many different mails as Message-IDs, and they are those of the ledger: a second copy has the same bytes.
  expect(new Set(smtp.received.map(({ raw }) => messageIdOf(raw)))).toEqual(
    new Set(ledger.map(({ messageId }) => messageId)),
  );
  expect(new Set(smtp.received.map(({ to, raw }) => `${to} ${raw}`)).size).toBe(all);
});
