import type { Database } from "@/lib/db";
import { newId, wholeSecond } from "@/lib/ids";
import { enqueueDeliveries } from "@/lib/queue";

export type CancelResult = { ok: true } | { ok: false; reason: "not-found-or-cancelled" };

/**
 * Cancels a meeting that is not over: everybody's entry disappears from their calendar. Invitations that were not sent yet
 * are superseded. One that the worker holds at this moment may still go out; its cancellation is then sent again after it
 * (lib/delivery/cancel-again.ts).
 */
export async function cancelMeeting(
  db: Database,
  { meetingId, organiserId, mailHost, now }: { meetingId: string; organiserId: string; mailHost: string; now: Date },
): Promise<CancelResult> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.meeting.updateMany({
      where: { id: meetingId, organiserId, status: "CONFIRMED", endsAt: { gt: now } },
      data: { status: "CANCELLED", cancelledAt: now, version: { increment: 1 } },
    });
    if (count === 0) return { ok: false, reason: "not-found-or-cancelled" } as const;

    await tx.delivery.updateMany({
      where: { status: "QUEUED", participant: { meetingId } },
      data: { status: "SUPERSEDED", nextAttemptAt: null, settledAt: now },
    });
    // DTSTAMP rises strictly, even for a cancellation in the same second as the invitation.
    const revised = await tx.$queryRaw<{ id: string; sequence: number; revisedAt: Date; references: string | null }[]>`
      UPDATE "Participant" p
      SET "sequence" = p."sequence" + 1,
          "revisedAt" = greatest(${wholeSecond(now)}::timestamptz, p."revisedAt" + interval '1 second')
      WHERE p."meetingId" = ${meetingId}::uuid AND p."removedAt" IS NULL
      RETURNING p."id", p."sequence", p."revisedAt",
        (SELECT d."messageId" FROM "Delivery" d WHERE d."participantId" = p."id" ORDER BY d."createdAt", d."id" LIMIT 1)
          AS "references"`;
    const deliveries = revised.map((person) => {
      const id = newId();
      return {
        id,
        participantId: person.id,
        kind: "CANCELLATION" as const,
        sequence: person.sequence,
        revisedAt: person.revisedAt,
        messageId: `${id}@${mailHost}`,
        references: person.references,
        nextAttemptAt: now,
        createdAt: wholeSecond(now),
      };
    });
    await tx.delivery.createMany({ data: deliveries });
    await enqueueDeliveries(
      db,
      tx,
      deliveries.map(({ id }) => ({ id, attempts: 0, dueAt: now })),
    );
    return { ok: true } as const;
  });
}
