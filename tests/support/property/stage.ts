import { type Database, openDatabase } from "@/lib/db";
import { deliveryQueue, startQueue } from "@/lib/queue";
import { startApp } from "@/tests/support/app";
import { newPostgresDatabase } from "@/tests/support/database";
import { appSecret, publicUrl, sender, work } from "@/tests/support/installation";
import type { Fault } from "@/tests/support/property/commands";
import { type SmtpResponse, startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

export type Stage = Awaited<ReturnType<typeof startStage>>;

const responses: Record<Fault, SmtpResponse> = {
  accept: { kind: "accept" },
  later: { kind: "refuse", code: 451, message: "4.7.1 Greylisted" },
  drop: { kind: "drop" },
  "drop-after-data": { kind: "drop-after-data" },
  refuse: { kind: "refuse", code: 550, message: "5.1.1 No such person" },
};

/** One database, one mail server, a worker in this process and one in a process of its own that can be killed. */
export async function startStage() {
  const databaseUrl = await newPostgresDatabase();
  const db = await openDatabase({ databaseUrl, dataDir: null });
  await startQueue(db);
  const faults = new Map<string, Fault[]>();
  const refused = new Set<string>();
  const smtp = await startSmtp({
    respond: (recipient, attempt) =>
      responses[refused.has(recipient) ? "refuse" : (faults.get(recipient)?.[attempt - 1] ?? "accept")],
  });
  const stopWork = await work(db, smtp.url, { delayMs: () => 1 });
  const env = {
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtp.url,
    MAIL_FROM: `${sender.name} <${sender.address}>`,
    APP_SECRET: appSecret,
    // The link to answer by is in the mail: the two workers have to agree on where the app is.
    PUBLIC_URL: publicUrl,
  };
  const start = () => startApp({ env, script: "worker" });
  let mortal = start();
  let crashes = 0;

  return {
    db,
    smtp,
    faults,
    refused,
    get crashes() {
      return crashes;
    },
    /** SIGKILL, whatever it is doing. The next one starts at once, and what the dead one held is free again. */
    async crash() {
      await (await mortal).kill();
      crashes++;
      // What pg-boss does once the heartbeats have stopped for long enough; some may run twice then, as they may there.
      await db.prisma.$executeRaw`
        UPDATE pgboss.job SET "state" = 'retry', "start_after" = now() WHERE "name" = ${deliveryQueue} AND "state" = 'active'`;
      mortal = start();
    },
    /** Until every mail of the meeting is decided. Nobody waits half a minute for a second attempt. */
    async settle(meetingId: string) {
      await waitFor(
        "every mail to be decided",
        async () => {
          await hurry(db);
          return (await db.prisma.delivery.count({ where: { participant: { meetingId }, status: "QUEUED" } })) === 0;
        },
        { everyMs: 100 },
      );
    },
    async stop() {
      await (await mortal).kill();
      await stopWork();
      await smtp.stop();
      await db.boss.stop({ graceful: true, timeout: 60_000 });
      await db.close();
    },
  };
}

/** Makes what waits due now, and wakes the workers as a commit of new jobs does. */
async function hurry({ prisma }: Database): Promise<void> {
  const moved = await prisma.$executeRaw`
    UPDATE pgboss.job SET "start_after" = now()
    WHERE "name" = ${deliveryQueue} AND ("state" = 'retry' OR ("state" = 'created' AND "start_after" > now()))`;
  if (moved > 0) await prisma.$executeRawUnsafe(`SELECT pg_notify(${channel}, '${deliveryQueue}')`);
}

/** As pg-boss names it for its schema. */
const channel = `'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24)`;
