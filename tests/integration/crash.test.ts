import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "@/lib/db";
import { applyMigrations } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";
import { type AppOptions, startApp } from "@/tests/support/app";
import { newPostgresDatabase } from "@/tests/support/database";
import { appSecret, inputFor, install, schedule, sender } from "@/tests/support/installation";
import { readMail } from "@/tests/support/mail";
import { type SmtpPeer, startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const people = 200;
const kills = 3;

let cleanUp: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.reverse()) await step();
  cleanUp = [];
});

type Place = { databaseUrl: string | null; dataDir: string };

/** Opens the database from outside, as nobody else has it open. */
async function inDatabase<T>(
  place: Place,
  use: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const db = await openDatabase(place);
  try {
    return await use(db);
  } finally {
    await db.boss.stop({ graceful: true, timeout: 60_000 });
    await db.close();
  }
}

async function crashTest(place: Place, app: AppOptions, smtp: SmtpPeer) {
  const meetingId = await inDatabase(place, async (db) => {
    await applyMigrations(db);
    await startQueue(db);
    const installed = await install(db);
    return schedule(db, installed, inputFor(installed.domain.id, people - 1, new Date()));
  });

  // Killed at moments nobody chose: some mails after a random one was accepted.
  const moments = Array.from({ length: kills }, () => Math.floor(Math.random() * 50) + 1);
  for (const more of moments) {
    const running = await startApp(app);
    cleanUp.push(() => running.kill());
    await smtp.accepted(Math.min(smtp.received.length + more, people));
    await running.kill();
  }
  const undecided = await inDatabase(place, (db) =>
    db.prisma.delivery.findMany({ where: { status: "QUEUED" }, select: { id: true } }),
  );
  const last = await startApp(app);
  cleanUp.push(() => last.kill());
  // From its own words: a PGlite cannot be asked while the program has it open.
  await waitFor(
    "everything that was left to be sent",
    () => undecided.every(({ id }) => last.written().includes(`"delivery attempted","deliveryId":"${id}"`)),
    { everyMs: 100 },
  );
  expect(await last.stop()).toBe(0);

  const context = `killed after ${moments.join(", ")} more mails`;
  const rows = await inDatabase(place, (db) =>
    db.prisma.participant.findMany({ where: { meetingId }, include: { deliveries: true } }),
  );
  const mails = await Promise.all(smtp.received.map(async ({ raw }) => ({ raw, ...(await readMail(raw)) })));
  for (const row of rows) {
    const copies = mails.filter(({ to }) => to === row.email);
    expect(copies.length, `${row.email}, ${context}`).toBeGreaterThan(0);
    for (const copy of copies) {
      expect(copy.messageId).toBe(`<${row.deliveries[0]!.messageId}>`);
      expect(copy.event.uid).toBe(row.calendarUid);
      expect(copy.event.sequence).toBe(row.sequence);
      expect(copy.raw, "a second copy has the same bytes").toBe(copies[0]!.raw);
    }
    expect(row.deliveries.map(({ status }) => status)).toEqual(["ACCEPTED"]);
  }
  return mails.length;
}

/** In every mail: without it the address would change with the port of every start. */
const publicUrl = "https://latchkey.example.org";
const mailFrom = `${sender.name} <${sender.address}>`;

test("killed while 200 invitations go out, on PGlite: nobody is left out", async () => {
  const smtp = await startSmtp({ respond: () => ({ kind: "accept", afterMs: 10 }) });
  cleanUp.push(() => smtp.stop());
  const dataDir = mkdtempSync(path.join(tmpdir(), "latchkey-crash-"));
  const env = { SMTP_URL: smtp.url, MAIL_FROM: mailFrom, APP_SECRET: appSecret, PUBLIC_URL: publicUrl };
  const sent = await crashTest({ databaseUrl: null, dataDir }, { env, dataDir }, smtp);
  expect(sent).toBeLessThan(people + (kills + 1) * 100);
});

test("killed while 200 invitations go out, on PostgreSQL: nobody is left out", async () => {
  const smtp = await startSmtp({ respond: () => ({ kind: "accept", afterMs: 10 }) });
  cleanUp.push(() => smtp.stop());
  const databaseUrl = await newPostgresDatabase();
  const env = {
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtp.url,
    MAIL_FROM: mailFrom,
    APP_SECRET: appSecret,
    PUBLIC_URL: publicUrl,
  };
  await crashTest({ databaseUrl, dataDir: "" }, { env, script: "worker" }, smtp);
});
