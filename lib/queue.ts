import { fromPrisma } from "pg-boss";
import type { Database, Transaction } from "@/lib/db";
import { log } from "@/lib/log";

/** One job is one attempt to send one delivery. */
export const deliveryQueue = "delivery";
/** One job is one reminder of one meeting coming due. */
export const reminderQueue = "reminder";
/** One job gathers what an organiser is to be told about one meeting. */
export const noticeQueue = "notice";
/** One job looks at all links once; the next is written when it ends. */
export const linkHealthQueue = "link-health";

/** Seconds without a sign of life after which a job of a crashed worker is given to another. */
const heartbeatSeconds = 10;

/** Starts the queue; its tables live in the schema `pgboss` of the same database. */
export async function startQueue({ boss }: Database): Promise<void> {
  boss.on("error", (error) => log.error("queue error", { error }));
  await boss.start();
  const settings = {
    notify: true,
    heartbeatSeconds,
    expireInSeconds: 3600,
    // A retry here is a crash of the worker, never a refusal by the mail server: those get a job of their own.
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    // Finished jobs say nothing that the delivery's row does not.
    deleteAfterSeconds: 3600,
    // What waits stays however long Latchkey is down: a mail without its job would wait for ever.
    retentionSeconds: 365 * 24 * 3600,
  };
  const queues = [
    // A batch lasts hours where an admin set a low rate. Given to somebody else meanwhile, its mails would leave twice.
    { name: deliveryQueue, ...settings, expireInSeconds: 24 * 3600 },
    { name: reminderQueue, ...settings },
    { name: noticeQueue, ...settings },
    { name: linkHealthQueue, ...settings },
  ];
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const { name, ...own } of queues) {
    const queue = known.get(name);
    // "short": one waiting job a key, so that 500 failures are gathered once and three workers look at the links once.
    const gathers = name === noticeQueue || name === linkHealthQueue;
    if (!queue) await boss.createQueue(name, gathers ? { ...own, policy: "short" } : own);
    // One that exists keeps its settings when it is created again. Without need, both would take a tenth of the start.
    else if (Object.entries(own).some(([key, value]) => queue[key as keyof typeof own] !== value))
      await boss.updateQueue(name, own);
  }
}

/** PGlite belongs to one process: jobs that are active before its worker starts were left by a crash. */
export async function takeBackAbandoned({ kind, boss, prisma }: Database, queue: string): Promise<void> {
  if (kind !== "pglite") return;
  const abandoned = await prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM pgboss.job WHERE "name" = ${queue} AND "state" = 'active'`;
  const ids = abandoned.map((row) => row.id);
  if (ids.length > 0) await boss.fail(queue, ids);
}

/** Nothing when one waits already. */
export async function enqueueLinkHealth({ boss }: Pick<Database, "boss">, dueAt: Date): Promise<void> {
  await boss.send(linkHealthQueue, {}, { startAfter: dueAt });
}

export type DeliveryJobData = {
  deliveryId: string;
  /** Attempts made when the job was written: a job that another one has overtaken is recognised and ends. */
  attempts: number;
};

/** Inside the caller's transaction: the job exists exactly when the delivery does. */
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
 * What waits for a later time is to be done now. The waiting job is replaced: two jobs of one mail could be taken at once.
 * @returns those that still waited: a worker has the others
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
  /** ISO 8601. When the row says another moment, the meeting was moved and this job is a leftover. */
  dueAt: string;
};

/** Inside the caller's transaction, as the rows are. */
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
 * Inside the caller's transaction. One that waits under the same `key` already is enough: it will find what this one would.
 * The caller holds the meeting's row (at least FOR SHARE), and gathering waits for it: so what was written beside a job that was
 * left out is seen by the one that waited.
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
