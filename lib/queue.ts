import { fromPrisma } from "pg-boss";
import type { Database, Transaction } from "@/lib/db";
import { log } from "@/lib/log";

/** One job is one attempt to send one delivery. */
export const deliveryQueue = "delivery";

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
    retentionSeconds: 30 * 24 * 3600,
  };
  await boss.createQueue(deliveryQueue, settings);
  // A queue that exists keeps its settings when it is created again.
  await boss.updateQueue(deliveryQueue, settings);
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
