import type { LimitFunction } from "p-limit";
import type { Job } from "pg-boss";
import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import { log } from "@/lib/log";
import { retryDelayMs } from "@/lib/mail/delivery/backoff";
import { type Composed, composeDelivery } from "@/lib/mail/delivery/compose-delivery";
import { type LoadedDelivery, loadDeliveries } from "@/lib/mail/delivery/load";
import type { MailRoute, Route } from "@/lib/mail/delivery/mail-route";
import { type Outcome, outcomeOfError } from "@/lib/mail/delivery/outcome";
import { Recorder } from "@/lib/mail/delivery/recorder";
import { replaceRefusedLink } from "@/lib/mail/delivery/replace-refused-link";
import { LastCheck } from "@/lib/mail/delivery/still-sendable";
import { type DeliveryJobData, deliveryQueue } from "@/lib/queue";

export type SendOptions = {
  keys: SigningKeys;
  mail: MailRoute;
  answerLink: (participantId: string) => string;
  meetingUrl: (meetingId: string) => string;
  now: () => Date;
  /** Milliseconds to wait after so many attempts. */
  delayMs?: (attempts: number) => number;
};

type WorkerState = { limit: LimitFunction; stop: AbortSignal };

type Result = Outcome | "nothing to send" | "unsent";

const tooLate: Outcome = { result: "failed", reason: "meeting-over", responseCode: null, serverText: null };

/** One failing mail or query loses no other outcome. */
export async function sendBatch(
  db: Database,
  options: SendOptions,
  state: WorkerState,
  jobs: Job<DeliveryJobData>[],
): Promise<void> {
  const { mail, now, delayMs = (attempts) => retryDelayMs(attempts, Math.random()) } = options;
  await mail.refresh();
  const loaded = await loadDeliveries(
    db,
    jobs.map((job) => job.data.deliveryId),
  );
  const byId = new Map(loaded.map((row) => [row.id, row]));
  // Others were settled, superseded or overtaken meanwhile: their job just ends.
  const due = jobs.flatMap(({ id: jobId, data }) => {
    const delivery = byId.get(data.deliveryId);
    return delivery?.attempts === data.attempts ? [{ jobId, delivery }] : [];
  });
  const lastCheck = new LastCheck(
    db,
    due.map(({ delivery }) => delivery.id),
  );
  const recorder = new Recorder(db, { now, delayMs, stop: state.stop });
  const unsent: string[] = [];

  const sendOne = (delivery: LoadedDelivery): Promise<Result> =>
    mail.use(async (route): Promise<Result> => {
      // Composed first, so that nothing lies between the last check and the mail server.
      const composed = await composeDelivery(delivery, { ...options, sender: route.sender });
      await route.turn(state.stop);
      if (state.stop.aborted) return "unsent";
      const verdict = await lastCheck.at(delivery.id);
      if (verdict === "gone") return "nothing to send";
      if (verdict === "replace" && (await replaceRefusedLink(db, delivery.id, now()))) return "nothing to send";
      const until = usefulUntil(delivery);
      if (until && until <= now()) return tooLate;
      return send(composed, delivery.id, route);
    });

  await Promise.all(
    due.map(async ({ jobId, delivery }) => {
      const deliveryId = delivery.id;
      const outcome = await state
        .limit(() => sendOne(delivery))
        .catch((error: unknown): Result => {
          if (!state.stop.aborted) log.warn("mail goes back to the queue", { deliveryId, error });
          return "unsent";
        });
      if (outcome === "nothing to send") return;
      if (outcome === "unsent") return void unsent.push(jobId);
      const attempts = delivery.attempts + 1;
      log.info("delivery attempted", { deliveryId, kind: delivery.kind, attempts, ...outcome });
      const { firstAttemptAt } = delivery;
      recorder.add({ jobId, deliveryId, attempts, firstAttemptAt, usefulUntil: usefulUntil(delivery), outcome });
    }),
  );
  await recorder.finish();
  if (unsent.length > 0) await db.boss.fail(deliveryQueue, unsent);
}

const usefulUntil = ({ kind, revision }: LoadedDelivery): Date | null =>
  kind === "CANCELLATION" || kind === "NOTICE" ? null : revision.endsAt;

async function send(composed: Composed, deliveryId: string, route: Route): Promise<Outcome> {
  if (!composed.ok) {
    log.error("mail not composed", { deliveryId, error: composed.error });
    return { result: "failed", reason: composed.reason, responseCode: null, serverText: null };
  }
  try {
    const envelope = { ...composed.mail.envelope, from: route.bounceTo(deliveryId) };
    return await route.transport.send({ ...composed.mail, envelope });
  } catch (error) {
    const outcome = outcomeOfError(error);
    if ("reason" in outcome && outcome.reason === "unexpected-error") log.warn("mail not sent", { deliveryId, error });
    return outcome;
  }
}
