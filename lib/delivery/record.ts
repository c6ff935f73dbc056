import { fromPrisma } from "pg-boss";
import type { Database } from "@/lib/db";
import { giveUpAfterMs } from "@/lib/delivery/backoff";
import type { Outcome } from "@/lib/delivery/outcome";
import { deliveryQueue, enqueueDeliveries } from "@/lib/queue";

export type Attempt = {
  jobId: string;
  deliveryId: string;
  attempts: number;
  queuedAt: Date;
  outcome: Outcome;
};

type Settlement = {
  id: string;
  status: "QUEUED" | "ACCEPTED" | "FAILED";
  responseCode: number | null;
  response: string;
  nextAttemptAt: Date | null;
};

/** Pure: what an attempt makes of its delivery. */
export function settle(attempt: Attempt, now: Date, delayMs: (attempts: number) => number): Settlement {
  const { deliveryId: id, attempts, queuedAt, outcome } = attempt;
  const { result, responseCode, response } = outcome;
  if (result === "accepted") return { id, status: "ACCEPTED", responseCode, response, nextAttemptAt: null };
  const nextAttemptAt = new Date(now.getTime() + delayMs(attempts));
  if (result === "failed" || nextAttemptAt.getTime() - queuedAt.getTime() > giveUpAfterMs) {
    return { id, status: "FAILED", responseCode, response, nextAttemptAt: null };
  }
  return { id, status: "QUEUED", responseCode, response, nextAttemptAt };
}

/**
 * Writes what came of attempts and ends their jobs in one transaction; those to be tried again get a new job.
 * A delivery that was superseded while its mail was on the wire keeps the truth: the mail server has it.
 */
export async function recordAttempts(
  db: Database,
  attempts: Attempt[],
  now: Date,
  delayMs: (attempts: number) => number,
): Promise<void> {
  if (attempts.length === 0) return;
  const settlements = attempts.map((attempt) => settle(attempt, now, delayMs));
  await db.prisma.$transaction(async (tx) => {
    const stillQueued = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Delivery" d
      SET "status" = s."status"::"DeliveryStatus", "attempts" = d."attempts" + 1, "responseCode" = s."responseCode",
          "response" = s."response", "nextAttemptAt" = s."nextAttemptAt",
          "settledAt" = CASE WHEN s."status" = 'QUEUED' THEN NULL ELSE ${now}::timestamptz END
      FROM jsonb_to_recordset(${JSON.stringify(settlements)}::jsonb)
        AS s("id" uuid, "status" text, "responseCode" int, "response" text, "nextAttemptAt" timestamptz)
      WHERE d."id" = s."id" AND (d."status" = 'QUEUED' OR (d."status" = 'SUPERSEDED' AND s."status" = 'ACCEPTED'))
      RETURNING d."id"`;
    const ids = new Set(stillQueued.map((row) => row.id));
    const again = settlements.filter((s) => s.status === "QUEUED" && ids.has(s.id));
    await db.boss.complete(
      deliveryQueue,
      attempts.map((attempt) => attempt.jobId),
      null,
      { db: fromPrisma(tx) },
    );
    await enqueueDeliveries(
      db,
      tx,
      again.map(({ id, nextAttemptAt }) => ({ id, dueAt: nextAttemptAt! })),
    );
  });
}
