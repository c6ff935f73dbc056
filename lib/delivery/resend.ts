import type { Database, Transaction } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newId, wholeSecond } from "@/lib/ids";
import { tokenWindow } from "@/lib/jitsi/room-token";
import { enqueueDeliveries } from "@/lib/queue";

export type ResendResult =
  | { ok: true; as: "new-invitation" | "tried-now" }
  | { ok: false; reason: "not-found" | "cancelled" | "over" | "on-its-way" | "domain-not-usable" };

/**
 * Sends one person's invitation again, with a fresh link: the old one may be signed with a credential that was
 * replaced. One that waits for its next attempt is tried now instead, so that nobody gets two.
 */
export async function resendInvitation(
  db: Database,
  input: { participantId: string; organiserId: string; mailHost: string; now: Date },
): Promise<ResendResult> {
  const { participantId, organiserId, mailHost, now } = input;
  return db.prisma.$transaction(async (tx): Promise<ResendResult> => {
    // Locked: two clicks at once send once.
    await tx.$queryRaw`SELECT 1 FROM "Participant" WHERE "id" = ${participantId}::uuid FOR UPDATE`;
    const participant = await tx.participant.findFirst({
      where: { id: participantId, removedAt: null, meeting: { organiserId } },
      include: {
        meeting: { include: { domain: true } },
        deliveries: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 },
      },
    });
    if (!participant) return { ok: false, reason: "not-found" };
    const { meeting } = participant;
    if (meeting.status === "CANCELLED") return { ok: false, reason: "cancelled" };
    if (meeting.endsAt <= now) return { ok: false, reason: "over" };
    const latest = participant.deliveries[0];
    if (latest?.status === "QUEUED") return tryNow(db, tx, latest, now);

    const domain = await openDomain(tx, meeting.domainId);
    if (!domain) return { ok: false, reason: "domain-not-usable" };
    const issuedAt = wholeSecond(now);
    const revisedAt = new Date(Math.max(issuedAt.getTime(), participant.revisedAt.getTime() + 1000));
    const id = newId();
    const roomTokenId = newId();
    await tx.participant.update({ where: { id: participantId }, data: { revisedAt } });
    await tx.roomToken.create({
      data: {
        id: roomTokenId,
        participantId,
        credentialId: domain.credentialId,
        purpose: "DELIVERY",
        room: meeting.roomName,
        moderator: participant.role === "MODERATOR",
        issuedAt,
        ...tokenWindow({ ...meeting, ...domain }),
      },
    });
    const first = await tx.delivery.findFirst({
      where: { participantId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    await tx.delivery.create({
      data: {
        id,
        participantId,
        kind: "INVITATION",
        roomTokenId,
        sequence: participant.sequence,
        revisedAt,
        messageId: `${id}@${mailHost}`,
        references: first?.messageId,
        nextAttemptAt: now,
        createdAt: issuedAt,
      },
    });
    await enqueueDeliveries(db, tx, [{ id, dueAt: now }]);
    return { ok: true, as: "new-invitation" };
  });
}

type Waiting = { id: string; attempts: number; nextAttemptAt: Date | null };

async function tryNow(db: Database, tx: Transaction, latest: Waiting, now: Date): Promise<ResendResult> {
  const { id, attempts, nextAttemptAt } = latest;
  if (attempts === 0 || !nextAttemptAt || nextAttemptAt <= now) return { ok: false, reason: "on-its-way" };
  await tx.delivery.update({ where: { id }, data: { nextAttemptAt: now } });
  await enqueueDeliveries(db, tx, [{ id, dueAt: now }]);
  return { ok: true, as: "tried-now" };
}
