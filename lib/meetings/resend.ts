import type { Database, Transaction } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newId } from "@/lib/ids";
import { insertDeliveries, type NewDelivery } from "@/lib/ledger/insert";
import { nextStamp } from "@/lib/ledger/next-stamp";
import { insertRoomTokens } from "@/lib/links/insert-room-tokens";
import { linkFor } from "@/lib/links/mailed-link";
import { enqueueDeliveries } from "@/lib/queue";
import type { Prisma } from "@/prisma/generated/client";

export type ResendResult =
  | { ok: true; as: "new-invitation" | "new-cancellation" | "tried-now" }
  | { ok: false; reason: "not-found" | "cancelled" | "over" | "on-its-way" | "domain-not-usable" };

type ResendRequest = { participantId: string; organiserId: string; mailHost: string; now: Date };

/**
 * Sends one person's newest calendar mail again, saying what is so now. An invitation gets a fresh link: the old one may be
 * signed with a credential that was replaced. A mail that waits for its next attempt is tried now instead, so that nobody
 * gets two.
 */
export async function resendInvitation(db: Database, request: ResendRequest): Promise<ResendResult> {
  return db.prisma.$transaction((tx) => resend(db, tx, request));
}

async function resend(
  db: Database,
  tx: Transaction,
  { participantId, organiserId, mailHost, now }: ResendRequest,
): Promise<ResendResult> {
  // The meeting first, as every change of it does: a change waits for this, or this sees what it changed.
  await tx.$queryRaw`SELECT 1 FROM "Meeting" m JOIN "Participant" p ON p."meetingId" = m."id"
    WHERE p."id" = ${participantId}::uuid FOR SHARE OF m`;
  // Two clicks at once send once.
  await tx.$queryRaw`SELECT 1 FROM "Participant" WHERE "id" = ${participantId}::uuid FOR UPDATE`;
  const participant = await tx.participant.findFirst({
    where: { id: participantId, meeting: { organiserId } },
    include: { meeting: true, deliveries: newestCalendarMail },
  });
  if (!participant) return { ok: false, reason: "not-found" };
  const { meeting, deliveries, sequence, revisedAt, removedAt } = participant;
  const latest = deliveries[0];
  if (latest?.status === "QUEUED") return tryNow(db, tx, latest, now);
  if (meeting.endsAt <= now) return { ok: false, reason: "over" };
  // For somebody removed as well: the entry is to disappear, and nothing else is theirs any more.
  const cancelled = meeting.status === "CANCELLED" || removedAt !== null;
  if (cancelled && (latest?.kind !== "CANCELLATION" || latest.status === "ACCEPTED"))
    return { ok: false, reason: removedAt ? "not-found" : "cancelled" };

  const roomTokenId = cancelled ? null : await mintLink(tx, participant, now);
  if (!cancelled && !roomTokenId) return { ok: false, reason: "domain-not-usable" };
  const stamp = nextStamp(revisedAt, now);
  await tx.participant.update({ where: { id: participantId }, data: { revisedAt: stamp } });
  const revision = await tx.meetingRevision.findFirstOrThrow({
    where: { meetingId: meeting.id },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  const known = await tx.delivery.findFirst({
    where: { participantId, status: "ACCEPTED", kind: { in: ["INVITATION", "UPDATE"] } },
    select: { id: true },
  });
  const first = await tx.delivery.findFirst({
    where: { participantId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const delivery: NewDelivery = {
    id: newId(),
    participantId,
    kind: cancelled ? "CANCELLATION" : known ? "UPDATE" : "INVITATION",
    revisionId: cancelled ? latest!.revisionId : revision.id,
    previousRevisionId: null,
    changes: [],
    roomTokenId,
    sequence,
    revisedAt: stamp,
    references: first?.messageId ?? null,
  };
  await insertDeliveries(db, tx, [delivery], { mailHost, now });
  return { ok: true, as: cancelled ? "new-cancellation" : "new-invitation" };
}

const newestCalendarMail = {
  where: { kind: { in: ["INVITATION", "UPDATE", "CANCELLATION"] } },
  orderBy: [{ revisedAt: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  take: 1,
} satisfies Prisma.Participant$deliveriesArgs;

type Holder = { id: string; name: string; role: "MODERATOR" | "ATTENDEE"; meeting: Meeting };
type Meeting = {
  domainId: string;
  roomName: string;
  startsAt: Date;
  endsAt: Date;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
};

/** Null when the domain is archived or has no credential. */
async function mintLink(tx: Transaction, holder: Holder, now: Date): Promise<string | null> {
  const domain = await openDomain(tx, holder.meeting.domainId);
  if (!domain) return null;
  const link = linkFor(holder, { ...holder.meeting, credentialId: domain.credentialId });
  const id = newId();
  await insertRoomTokens(tx, [{ id, participantId: holder.id, ...link }], now);
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
