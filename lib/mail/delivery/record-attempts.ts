import { fromPrisma } from "pg-boss";
import type { Database, Transaction } from "@/lib/db";
import { giveUpAfterMs } from "@/lib/mail/delivery/backoff";
import type { Outcome } from "@/lib/mail/delivery/outcome";
import { resendAfterLateAccept } from "@/lib/mail/delivery/resend-after-late-accept";
import type { Reason } from "@/lib/mail/ledger/reasons";
import { noticeFailures } from "@/lib/mail/notices/failures";
import { lockMeeting, meetingsOf } from "@/lib/occurrences/lock-meeting";
import { deliveryQueue, enqueueDeliveries } from "@/lib/queue";
import { Prisma } from "@/prisma/generated/client";

export type Attempt = {
  jobId: string;
  deliveryId: string;
  attempts: number;
  firstAttemptAt: Date | null;
  usefulUntil: Date | null;
  outcome: Outcome;
};

export type Settlement = {
  id: string;
  status: "QUEUED" | "ACCEPTED" | "FAILED";
  attempts: number;
  nextAttemptAt: Date | null;
  reason: Reason | null;
  /** Why the last attempt failed, when time ran out. */
  lastReason: Reason | null;
  responseCode: number | null;
  serverText: string | null;
  sentVia: "SMTP" | "LOCAL" | null;
};

export function settle(attempt: Attempt, now: Date, delayMs: (attempts: number) => number): Settlement {
  const { deliveryId: id, attempts, firstAttemptAt, usefulUntil, outcome } = attempt;
  const { responseCode, serverText } = outcome;
  const settled = { id, attempts, nextAttemptAt: null, lastReason: null, responseCode, serverText, sentVia: null };
  if (outcome.result === "accepted") return { ...settled, status: "ACCEPTED", reason: null, sentVia: outcome.sentVia };
  const { result, reason } = outcome;
  if (result === "failed") return { ...settled, status: "FAILED", reason };
  const nextAttemptAt = new Date(now.getTime() + delayMs(result === "waits" ? 1 : attempts));
  if (usefulUntil && nextAttemptAt >= usefulUntil)
    return { ...settled, status: "FAILED", reason: "meeting-over-before-next-attempt", lastReason: reason };
  // No attempt: it may take an admin longer than a mail server is given.
  if (result === "waits") return { ...settled, attempts: attempts - 1, status: "QUEUED", nextAttemptAt, reason };
  const triedForMs = nextAttemptAt.getTime() - (firstAttemptAt ?? now).getTime();
  if (triedForMs > giveUpAfterMs) return { ...settled, status: "FAILED", reason: "out-of-time", lastReason: reason };
  return { ...settled, status: "QUEUED", nextAttemptAt, reason };
}

const columns = Prisma.sql`"id" uuid, "status" text, "attempts" int, "nextAttemptAt" timestamptz, "reason" text,
  "lastReason" text, "responseCode" int, "serverText" text, "sentVia" "SentVia"`;

/**
 * Records attempts and ends their jobs in one transaction; retries get a new job. A superseded mail that the mail server took
 * becomes accepted. The newest mail then goes out again. So it does if a superseded mail's response was lost.
 */
export async function recordAttempts(
  db: Database,
  attempts: Attempt[],
  now: Date,
  delayMs: (attempts: number) => number,
): Promise<void> {
  if (attempts.length === 0) return;
  const settlements = attempts.map((attempt) => settle(attempt, now, delayMs));
  const tried = settlements.filter(({ status }, i) => status === "FAILED" || attempts[i]!.outcome.result !== "waits");
  const deliveryIds = attempts.map((attempt) => attempt.deliveryId);
  await db.prisma.$transaction(async (tx) => {
    // Either a change sees these mails as they are after this, or this sees the change.
    await lockMeeting(tx, meetingsOf(deliveryIds), "FOR SHARE");
    const changed = await tx.$queryRaw<{ id: string; before: string }[]>`
      WITH s AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(settlements)}::jsonb) AS s(${columns})
      ), before AS (
        SELECT d."id", d."status"::text AS "status" FROM "Delivery" d JOIN s ON s."id" = d."id" ORDER BY d."id" FOR UPDATE OF d
      )
      UPDATE "Delivery" d
      SET "status" = CASE WHEN before."status" = 'SUPERSEDED' AND EXISTS (SELECT 1 FROM "Delivery" o
            WHERE o."reminderId" = d."reminderId" AND o."participantId" = d."participantId" AND o."status" <> 'SUPERSEDED')
          -- The reminder was written anew meanwhile, and is in the ledger once.
          THEN 'SUPERSEDED'
          -- A mail server was set meanwhile.
          WHEN s."sentVia" = 'LOCAL' AND EXISTS (SELECT 1 FROM "MailSettings" WHERE "smtpHost" IS NOT NULL)
          THEN 'STORED_LOCALLY' ELSE s."status" END::"DeliveryStatus",
        "attempts" = s."attempts", "nextAttemptAt" = s."nextAttemptAt", "reason" = s."reason", "lastReason" = s."lastReason",
        "responseCode" = s."responseCode", "serverText" = s."serverText", "sentVia" = s."sentVia",
        "deferredAt" = CASE WHEN s."status" = 'QUEUED' THEN coalesce(d."deferredAt", ${now}::timestamptz) ELSE d."deferredAt" END,
        "settledAt" = CASE WHEN s."status" = 'QUEUED' THEN NULL ELSE ${now}::timestamptz END
      FROM s JOIN before ON before."id" = s."id"
      WHERE d."id" = s."id"
        AND (before."status" = 'QUEUED' OR (before."status" = 'SUPERSEDED' AND s."status" = 'ACCEPTED'))
      RETURNING d."id", before."status" AS "before"`;
    await tx.$executeRaw`
      INSERT INTO "DeliveryAttempt" ("deliveryId", "number", "at", "result", "reason", "responseCode", "serverText", "sentVia")
      SELECT s."id", s."attempts", ${now}::timestamptz,
        CASE s."status" WHEN 'QUEUED' THEN 'RETRY' ELSE s."status" END::"AttemptResult",
        coalesce(s."lastReason", s."reason"), s."responseCode", s."serverText", s."sentVia"
      FROM jsonb_to_recordset(${JSON.stringify(tried)}::jsonb) AS s(${columns})
      ON CONFLICT ("deliveryId", "number") DO NOTHING`;
    const ids = new Set(changed.map((row) => row.id));
    const failed = settlements.filter((s) => s.status === "FAILED" && ids.has(s.id)).map((s) => s.id);
    await noticeFailures(db, tx, failed, now);
    const again = settlements.filter((s) => s.status === "QUEUED" && ids.has(s.id));
    const jobIds = attempts.map((attempt) => attempt.jobId);
    await db.boss.complete(deliveryQueue, jobIds, null, { db: fromPrisma(tx) });
    await enqueueDeliveries(
      db,
      tx,
      again.map(({ id, attempts: made, nextAttemptAt }) => ({ id, attempts: made, dueAt: nextAttemptAt! })),
    );
    const arrived = changed.filter((row) => row.before === "SUPERSEDED").map((row) => row.id);
    const untrue = [...arrived, ...(await superseded(tx, withoutResponse(attempts)))];
    if (untrue.length > 0) await resendAfterLateAccept(db, tx, untrue, now);
  });
}

/** The connection was lost, and with it the response: the mail server may have taken the mail (RFC 5321 §4.5.4.1). */
const withoutResponse = (attempts: Attempt[]): string[] =>
  attempts
    .filter(({ outcome }) => outcome.result === "retry" && outcome.responseCode === null)
    .map(({ deliveryId }) => deliveryId);

async function superseded(tx: Transaction, deliveryIds: string[]): Promise<string[]> {
  if (deliveryIds.length === 0) return [];
  const rows = await tx.delivery.findMany({
    where: { id: { in: deliveryIds }, status: "SUPERSEDED" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
