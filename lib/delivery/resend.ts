import type { Database, Transaction } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newId, wholeSecond } from "@/lib/ids";
import { tokenWindow } from "@/lib/jitsi/room-token";
import { enqueueDeliveries } from "@/lib/queue";

export type ResendResult =
  | { ok: true; as: "new-invitation" | "new-cancellation" | "tried-now" }
  | { ok: false; reason: "not-found" | "cancelled" | "over" | "on-its-way" | "domain-not-usable" };

/**
 * Sends one person's newest mail again. An invitation gets a fresh link: the old one may be signed with a credential that
 * was replaced. A mail that waits for its next attempt is tried now instead, so that nobody gets two.
 */
export async function resendInvitation(
  db: Database,
  input: { participantId: string; organiserId: string; mailHost: string; now: Date },
): Promise<ResendResult> {
  const { participantId, organiserId, mailHost, now } = input;
  return db.prisma.$transaction(async (tx): Promise<ResendResult> => {
    // The meeting first, as cancelling does: a cancellation waits for this, or this sees that it is cancelled.
    await tx.$queryRaw`SELECT 1 FROM "Meeting" m JOIN "Participant" p ON p."meetingId" = m."id"
      WHERE p."id" = ${participantId}::uuid FOR SHARE OF m`;
    // Two clicks at once send once.
    await tx.$queryRaw`SELECT 1 FROM "Participant" WHERE "id" = ${participantId}::uuid FOR UPDATE`;
    const participant = await tx.participant.findFirst({
      where: { id: participantId, removedAt: null, meeting: { organiserId } },
      include: { meeting: true, deliveries: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 } },
    });
    if (!participant) return { ok: false, reason: "not-found" };
    const { meeting, deliveries } = participant;
    const latest = deliveries[0];
    if (latest?.status === "QUEUED") return tryNow(db, tx, latest, now);
    if (meeting.endsAt <= now) return { ok: false, reason: "over" };
    const cancelled = meeting.status === "CANCELLED";
    if (cancelled && (latest?.kind !== "CANCELLATION" || latest.status === "ACCEPTED"))
      return { ok: false, reason: "cancelled" };

    const roomTokenId = cancelled ? null : await mintRoomToken(tx, participant, now);
    if (!cancelled && !roomTokenId) return { ok: false, reason: "domain-not-usable" };
    const issuedAt = wholeSecond(now);
    const revisedAt = new Date(Math.max(issuedAt.getTime(), participant.revisedAt.getTime() + 1000));
    await tx.participant.update({ where: { id: participantId }, data: { revisedAt } });
    const first = await tx.delivery.findFirst({
      where: { participantId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const id = newId();
    await tx.delivery.create({
      data: {
        id,
        participantId,
        kind: cancelled ? "CANCELLATION" : "INVITATION",
        roomTokenId,
        sequence: participant.sequence,
        revisedAt,
        messageId: `${id}@${mailHost}`,
        references: first?.messageId,
        nextAttemptAt: now,
        createdAt: issuedAt,
      },
    });
    await enqueueDeliveries(db, tx, [{ id, attempts: 0, dueAt: now }]);
    return { ok: true, as: cancelled ? "new-cancellation" : "new-invitation" };
  });
}

type Invited = { id: string; role: "MODERATOR" | "ATTENDEE"; meeting: Meeting };
type Meeting = {
  domainId: string;
  roomName: string;
  startsAt: Date;
  endsAt: Date;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
};

/** Null when the domain is archived or has no credential. */
async function mintRoomToken(
  tx: Transaction,
  { id: participantId, role, meeting }: Invited,
  now: Date,
): Promise<string | null> {
  const domain = await openDomain(tx, meeting.domainId);
  if (!domain) return null;
  const { id } = await tx.roomToken.create({
    data: {
      id: newId(),
      participantId,
      credentialId: domain.credentialId,
      purpose: "DELIVERY",
      room: meeting.roomName,
      moderator: role === "MODERATOR",
      issuedAt: wholeSecond(now),
      ...tokenWindow(meeting),
    },
  });
  return id;
}

type Waiting = { id: string; attempts: number; nextAttemptAt: Date | null };

/** The job that waits for the later time finds the attempt made and ends. */
async function tryNow(db: Database, tx: Transaction, latest: Waiting, now: Date): Promise<ResendResult> {
  const { id, attempts, nextAttemptAt } = latest;
  if (attempts === 0 || !nextAttemptAt || nextAttemptAt <= now) return { ok: false, reason: "on-its-way" };
  await tx.delivery.update({ where: { id }, data: { nextAttemptAt: now } });
  await enqueueDeliveries(db, tx, [{ id, attempts, dueAt: now }]);
  return { ok: true, as: "tried-now" };
}
