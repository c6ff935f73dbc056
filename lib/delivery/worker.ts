import pLimit, { type LimitFunction } from "p-limit";
import type { Job } from "pg-boss";
import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import { retryDelayMs } from "@/lib/delivery/backoff";
import { invitationOf } from "@/lib/delivery/invitation-of";
import { LastLook } from "@/lib/delivery/last-look";
import { type LoadedDelivery, loadDeliveries } from "@/lib/delivery/load";
import { inWords, type Outcome, outcomeOfError } from "@/lib/delivery/outcome";
import { type Attempt, recordAttempts } from "@/lib/delivery/record";
import { renewLink } from "@/lib/delivery/renew";
import type { MailRoute, Route } from "@/lib/delivery/route";
import { composeMail, GateFailure } from "@/lib/invitations/mail";
import { log } from "@/lib/log";
import { composeNotice } from "@/lib/notices/compose";
import { type DeliveryJobData, deliveryQueue, takeBackAbandoned } from "@/lib/queue";

type DeliveryJob = Job<DeliveryJobData>;
type WorkerState = { limit: LimitFunction; stopping: boolean; lastLook: LastLook };

export type WorkerOptions = {
  keys: SigningKeys;
  mail: MailRoute;
  /** Where a participant answers on the web (lib/links/answer-link.ts). */
  answerLink: (participantId: string) => string;
  /** A meeting's page, for its organiser. */
  meetingUrl: (meetingId: string) => string;
  now: () => Date;
  /** Milliseconds to wait after so many attempts. */
  delayMs?: (attempts: number) => number;
};

const batchSize = 50;
/** One batch is composed and recorded while the other is on the wire. */
const batchesAtOnce = 2;
const recordEveryMs = 500;
/**
 * Mails being composed or on the wire: the transport's five connections and a few in hand. Composing a whole batch first
 * would leave the connections idle meanwhile.
 */
const mailsAtOnce = 8;

export type Worker = {
  /** No mail is begun from now on; those on the wire are recorded when the queue stops, the others go back to it. */
  wind(): void;
};

/** Takes jobs as soon as a transaction commits them (LISTEN/NOTIFY), and sends what they name. */
export async function startWorker(db: Database, options: WorkerOptions): Promise<Worker> {
  await takeBackAbandoned(db, deliveryQueue);
  const state = { limit: pLimit(mailsAtOnce), stopping: false, lastLook: new LastLook(db) };
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
  return {
    wind() {
      state.stopping = true;
    },
  };
}

/**
 * Sends a batch through the transport's connections. What is known is written every `recordEveryMs`, not only at the
 * end: somebody watches the meeting's page, and a crash then repeats a few mails rather than the whole batch.
 */
async function sendBatch(db: Database, options: WorkerOptions, state: WorkerState, jobs: DeliveryJob[]) {
  const { mail, now, delayMs = (attempts) => retryDelayMs(attempts, Math.random()) } = options;
  const ids = jobs.map((job) => job.data.deliveryId);
  await mail.refresh();
  const deliveries = new Map((await loadDeliveries(db, ids)).map((row) => [row.id, row]));
  const known: Attempt[] = [];
  const unsent: string[] = [];
  let recording = Promise.resolve();
  const record = () => {
    recording = recording
      .catch(() => {})
      .then(async () => {
        const attempts = [...known];
        await recordAttempts(db, attempts, now(), delayMs);
        // Only now: what could not be written is written with the next.
        known.splice(0, attempts.length);
      });
    return recording;
  };
  const timer = setInterval(() => {
    record().catch((error) => log.warn("attempts not recorded yet", { error }));
  }, recordEveryMs);
  try {
    await Promise.all(
      jobs.map(async ({ id: jobId, data }) => {
        const { deliveryId } = data;
        const delivery = deliveries.get(deliveryId);
        // Settled, superseded or overtaken by another job since this one was made: nothing to send, the job just ends.
        if (!delivery || delivery.attempts !== data.attempts) return;
        const outcome = await state.limit(async () => {
          if (state.stopping) return "unsent";
          const verdict = await state.lastLook.at(deliveryId);
          if (verdict === "gone") return "nothing to send";
          if (verdict === "renew" && (await renewLink(db, deliveryId, now()))) return "nothing to send";
          return mail.use((route) => attemptDelivery(delivery, options, route));
        });
        if (outcome === "nothing to send") return;
        if (outcome === "unsent") return void unsent.push(jobId);
        const attempts = delivery.attempts + 1;
        log.info("delivery attempted", { deliveryId, kind: delivery.kind, attempts, ...outcome });
        const usefulUntil =
          delivery.kind === "CANCELLATION" || delivery.kind === "NOTICE" ? null : delivery.revision.endsAt;
        known.push({ jobId, deliveryId, attempts, queuedAt: delivery.createdAt, usefulUntil, outcome });
      }),
    );
  } finally {
    clearInterval(timer);
  }
  await record();
  if (unsent.length > 0) await db.boss.fail(deliveryQueue, unsent);
}

/** Never throws: whatever goes wrong is the outcome, in sight of the organiser. */
async function attemptDelivery(
  delivery: LoadedDelivery,
  { keys, answerLink, meetingUrl }: WorkerOptions,
  route: Route,
): Promise<Outcome> {
  let mail: Awaited<ReturnType<typeof composeMail>>;
  try {
    mail =
      delivery.kind === "NOTICE"
        ? composeNotice(delivery, route.sender, meetingUrl)
        : await composeMail(await invitationOf(delivery, keys, route.sender, answerLink));
  } catch (error) {
    log.error("mail not composed", { deliveryId: delivery.id, error });
    const { message } = error as Error;
    const response = error instanceof GateFailure ? message : `Latchkey could not write this mail: ${message}`;
    return { result: "failed", responseCode: null, response: inWords(response) };
  }
  try {
    const envelope = { ...mail.envelope, from: route.bounceTo(delivery.id) };
    return await route.transport.send({ ...mail, envelope });
  } catch (error) {
    return outcomeOfError(error);
  }
}
