import { hasPeople } from "@/lib/accounts/queries";
import { setupCode } from "@/lib/accounts/setup-code";
import { loadAppSecret } from "@/lib/app-secret";
import { SigningKeys } from "@/lib/credentials/signing-key";
import { databaseAnswers } from "@/lib/db";
import type { Env } from "@/lib/env";
import { handleMail } from "@/lib/inbox/handle";
import { startInbox } from "@/lib/inbox/reader";
import { answerKey, answerUrl } from "@/lib/links/answer-link";
import { log, setLogLevel } from "@/lib/log";
import { openMailRoute } from "@/lib/mail/delivery/mail-route";
import { startWorker } from "@/lib/mail/delivery/worker";
import { mailHostOf } from "@/lib/mail/ledger/insert";
import { markStoredLocally } from "@/lib/mail/ledger/stored-locally";
import { startDeletingExpiredMails } from "@/lib/mail/local/delete-expired";
import { startNotices } from "@/lib/mail/notices/worker";
import { openCurrentMail } from "@/lib/mail/settings/current";
import { startLinkHealth } from "@/lib/meetings/link-health-worker";
import { openMigratedDatabase } from "@/lib/migrate-in-child";
import { startQueue } from "@/lib/queue";
import { startReminders } from "@/lib/reminders/worker";
import { keepRuntime, type Runtime } from "@/lib/runtime";

/** For mails on the wire. Unfinished ones go back to the queue. */
const stopTimeoutMs = 15_000;

export async function startRuntime(env: Env, role: "web" | "worker"): Promise<Runtime> {
  setLogLevel(env.logLevel);
  const appSecret = loadAppSecret(env);
  const db = await openMigratedDatabase(env);
  await startQueue(db);

  const keys = new SigningKeys(appSecret);
  const mail = await openCurrentMail(db, env, appSecret);
  // The environment may name one that was not there at the last start.
  if (mail.lastRead().server) await markStoredLocally(db.prisma, new Date());
  const sends = role === "worker" || env.workerInside;
  const route = sends ? openMailRoute({ mail, appSecret, dataDir: env.dataDir, hasLocalMail: role === "web" }) : null;
  const linkKey = answerKey(appSecret);
  const answerLink = (participantId: string) => answerUrl(env.publicUrl, participantId, linkKey);
  const meetingUrl = (meetingId: string) => `${env.publicUrl}/meetings/${meetingId}`;
  const worker = route && (await startWorker(db, { keys, mail: route, answerLink, meetingUrl, now: () => new Date() }));
  const mailHost = () => mailHostOf(mail.lastRead().sender.address);
  if (sends) await startReminders(db, { mailHost, now: () => new Date() });
  if (sends) await startLinkHealth(db, { now: () => new Date() });
  if (sends) await startNotices(db, { mailHost, now: () => new Date() });
  const inbox =
    sends &&
    startInbox({
      server: async () => (await mail.current()).inbox,
      handle: (raw, receivedAt) => handleMail(db, raw, { appSecret, receivedAt, now: new Date() }),
      databaseAnswers: () => databaseAnswers(db),
    });
  const stopDeleting =
    role === "web" ? startDeletingExpiredMails({ dataDir: env.dataDir, now: () => new Date() }) : null;
  log.info("started", { role, database: db.kind, mail: mail.lastRead().server ? "smtp" : "local", worker: sends });

  const setupUrl = (await hasPeople(db)) ? null : `${env.publicUrl}/setup?code=${setupCode(appSecret)}`;
  const stop = async () => {
    keepRuntime(null);
    worker?.wind();
    stopDeleting?.();
    if (inbox) await inbox.stop();
    await db.boss.stop({ graceful: true, timeout: stopTimeoutMs });
    route?.close();
    await db.close();
    log.info("stopped", { role });
  };
  const started: Runtime = {
    env,
    db,
    appSecret,
    keys,
    mail,
    get mailHost() {
      return mailHost();
    },
    setupUrl,
    stop,
  };
  keepRuntime(started);
  return started;
}
