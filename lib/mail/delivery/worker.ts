import pLimit from "p-limit";
import type { Database } from "@/lib/db";
import { type SendOptions, sendBatch } from "@/lib/mail/delivery/send-batch";
import { type DeliveryJobData, deliveryQueue, takeBackAbandoned } from "@/lib/queue";

const batchSize = 50;
/** One batch is read and recorded while the other is on the wire. */
const batchesAtOnce = 2;
/** Five connections, and three mails composed ahead. */
const mailsAtOnce = 8;

export type Worker = {
  /** Begins no more mails. */
  wind(): void;
};

export async function startWorker(db: Database, options: SendOptions): Promise<Worker> {
  await takeBackAbandoned(db, deliveryQueue);
  const stop = new AbortController();
  const state = { limit: pLimit(mailsAtOnce), stop: stop.signal };
  await db.boss.work<DeliveryJobData>(
    deliveryQueue,
    {
      batchSize,
      localConcurrency: batchesAtOnce,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 2,
      heartbeatRefreshSeconds: 3,
    },
    (jobs) => sendBatch(db, options, state, jobs),
  );
  return { wind: () => stop.abort() };
}
