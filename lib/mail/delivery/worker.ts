import pLimit from "p-limit";
import type { Database } from "@/lib/db";
import { type SendOptions, sendBatch } from "@/lib/mail/delivery/send-batch";
import { type DeliveryJobData, deliveryQueue, takeBackAbandoned } from "@/lib/queue";

const batchSize = 50;
/** One batch is read and recorded while the other is on the wire. */
const batchesAtOnce = 2;
/** Mails on the wire: the transport's five connections, and a few in hand so that none of them has to wait. */
const mailsAtOnce = 8;

export type Worker = {
  /** No mail is begun from now on; those on the wire are recorded when the queue stops, the others go back to it. */
  wind(): void;
};

/** Takes jobs as soon as a transaction commits them (LISTEN/NOTIFY), and sends what they name. */
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
