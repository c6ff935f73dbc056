import { fromPrisma } from "pg-boss";
import type { Database, Transaction } from "@/lib/db";
import { log } from "@/lib/log";

/** Each job is one attempt, one due reminder, one notice about one meeting, or one look at all links. */
export const deliveryQueue = "delivery";
export const reminderQueue = "reminder";
export const noticeQueue = "notice";
export const linkHealthQueue = "link-health";

/** After so long without a sign of life, another worker gets the job. */
const heartbeatSeconds = 10;

export async function startQueue({ boss }: Database): Promise<void> {
  boss.on("error", (error) => log.error("queue error", { error }));
  await boss.start();
  const settings = {
    notify: true,
    heartbeatSeconds,
    expireInSeconds: 3600,
    // A retry here follows a crash of the worker. A refusal by the mail server gets a job of its own.
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    deleteAfterSeconds: 3600,
    // A mail without its job would wait for ever.
    retentionSeconds: 365 * 24 * 3600,
  };
  const queues = [
    // At a low rate a batch lasts hours. Another worker would send its mails twice.
    { name: deliveryQueue, ...settings, expireInSeconds: 24 * 3600 },
    { name: reminderQueue, ...settings },
    { name: noticeQueue, ...settings },
    { name: linkHealthQueue, ...settings },
  ];
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const { name, ...own } of queues) {
    const queue = known.get(name);
    // "short": one waiting job per key, so 500 failures are gathered once.
    const gathers = name === noticeQueue || name === linkHealthQueue;
    if (!queue) await boss.createQueue(name, gathers ? { ...own, policy: "short" } : own);
    // createQueue changes no existing queue. Updating each one would take a tenth of the start.
    else if (Object.entries(own).some(([key, value]) => queue[key as keyof typeof own] !== value))
      await boss.updateQueue(name, own);
  }
}

/** Jobs that are active before the worker of PGlite's one process starts were left by a crash. */
export async function takeBackAbandoned({ kind, boss, prisma }: Database, queue: string): Promise<void> {
  if (kind !== "pglite") return;
  const abandoned = await prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM pgboss.job WHERE "name" = ${queue} AND "state" = 'active'`;
  const ids = abandoned.map((row) => row.id);
  if (ids.length > 0) await boss.fail(queue, ids);
}

export async function enqueueLinkHealth({ boss }: Pick<Database, "boss">, dueAt: Date): Promise<void> {
  await boss.send(linkHealthQueue, {}, { startAfter: dueAt });
}

export type DeliveryJobData = {
  deliveryId: string;
  /** Attempts made when the job was written. A job that another has overtaken ends. */
  attempts: number;
};

export async function enqueueDeliveries(
  { boss }: Pick<Database, "boss">,
  tx: Transaction,
  deliveries: { id: string; attempts: number; dueAt: Date }[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const jobs = deliveries.map(({ id, attempts, dueAt }) => ({ data: { deliveryId: id, attempts }, startAfter: dueAt }));
  await boss.insert(deliveryQueue, jobs, { db: fromPrisma(tx) });
}

/**
 * Replaces waiting jobs by jobs that are due now. Two jobs of one mail could be taken at once.
 * @returns those that waited; a worker has the others
 */
export async function hurryDeliveries(
  db: Pick<Database, "boss">,
  tx: Transaction,
  ids: string[],
  dueAt: Date,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const waiting = await tx.$queryRaw<{ id: string; attempts: number }[]>`
    DELETE FROM pgboss.job
    WHERE "name" = ${deliveryQueue} AND "state" < 'active' AND "data"->>'deliveryId' = ANY(${ids})
    RETURNING "data"->>'deliveryId' AS "id", ("data"->>'attempts')::int AS "attempts"`;
  await enqueueDeliveries(
    db,
    tx,
    waiting.map((mail) => ({ ...mail, dueAt })),
  );
  return waiting.map(({ id }) => id);
}

export type ReminderJobData = {
  reminderId: string;
  /** ISO 8601. With another moment in the row, this job is a leftover. */
  dueAt: string;
};

export async function enqueueReminders(
  { boss }: Pick<Database, "boss">,
  tx: Transaction,
  reminders: { id: string; dueAt: Date }[],
): Promise<void> {
  if (reminders.length === 0) return;
  const jobs = reminders.map(({ id, dueAt }) => ({
    data: { reminderId: id, dueAt: dueAt.toISOString() } satisfies ReminderJobData,
    startAfter: dueAt,
  }));
  await boss.insert(reminderQueue, jobs, { db: fromPrisma(tx) });
}

export type NoticeJobData = { meetingId: string; kind: "ANSWERS" | "FAILURES" };

/**
 * Writes no job while one waits under the same `key`. The caller holds the meeting's row (at least FOR SHARE). The waiting job
 * takes that row too, so it sees what the caller wrote.
 */
export async function enqueueNotices(
  { boss }: Pick<Database, "boss">,
  tx: Transaction,
  notices: (NoticeJobData & { key: string; dueAt: Date })[],
): Promise<void> {
  if (notices.length === 0) return;
  const jobs = notices.map(({ key, dueAt, ...data }) => ({ data, singletonKey: key, startAfter: dueAt }));
  await boss.insert(noticeQueue, jobs, { db: fromPrisma(tx) });
}
