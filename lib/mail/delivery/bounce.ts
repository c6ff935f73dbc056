import type { Database } from "@/lib/db";
import { noticeFailures } from "@/lib/mail/notices/failures";
import { lockMeeting, meetingsOf } from "@/lib/occurrences/lock-meeting";

export type BounceResult =
  | { ok: true; as: "bounced" | "repeated" }
  /** `not-accepted-yet`: the bounce was faster than the note that the mail server took the mail. */
  | { ok: false; reason: "not-found" | "not-accepted" | "not-accepted-yet" };

/**
 * Marks an accepted delivery as bounced, with a notice to the organiser. Recording the same bounce twice changes nothing.
 */
export async function recordBounce(
  db: Database,
  bounce: { deliveryId: string; responseCode: number | null; serverText: string | null; now: Date },
): Promise<BounceResult> {
  const { deliveryId, responseCode, serverText, now } = bounce;
  const why = { reason: "bounced", responseCode, serverText } as const;
  return db.prisma.$transaction(async (tx): Promise<BounceResult> => {
    await lockMeeting(tx, meetingsOf([deliveryId]), "FOR SHARE");
    await tx.$queryRaw`SELECT 1 FROM "Delivery" WHERE "id" = ${deliveryId}::uuid FOR UPDATE`;
    const delivery = await tx.delivery.findUnique({
      where: { id: deliveryId },
      include: { history: { orderBy: { number: "desc" }, take: 1 } },
    });
    if (!delivery) return { ok: false, reason: "not-found" };
    const { status, attempts, history } = delivery;
    if (status === "BOUNCED") return { ok: true, as: "repeated" };
    // A superseded mail turns to accepted when its attempt is recorded, so this waits.
    if (status === "QUEUED" || status === "SUPERSEDED") return { ok: false, reason: "not-accepted-yet" };
    if (status === "FAILED" || status === "STORED_LOCALLY") return { ok: false, reason: "not-accepted" };
    await tx.delivery.update({
      where: { id: deliveryId },
      data: { status: "BOUNCED", ...why, settledAt: now },
    });
    const number = Math.max(attempts, history[0]?.number ?? 0) + 1;
    await tx.deliveryAttempt.create({
      data: { deliveryId, number, at: now, result: "BOUNCED", ...why },
    });
    await noticeFailures(db, tx, [deliveryId], now);
    return { ok: true, as: "bounced" };
  });
}
