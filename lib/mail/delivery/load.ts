import type { Database } from "@/lib/db";
import { mailedToken } from "@/lib/links/mailed-token";
import type { Change } from "@/lib/mail/message/change";
import { loadNotices } from "@/lib/mail/notices/load";
import type { Role } from "@/lib/participants/person";

type Row = {
  id: string;
  kind: "INVITATION" | "UPDATE" | "CANCELLATION" | "REMINDER" | "NOTICE";
  revisionId: string;
  previousRevisionId: string | null;
  changes: Change[];
  sequence: number;
  revisedAt: Date;
  messageId: string;
  references: string | null;
  attempts: number;
  createdAt: Date;
  firstAttemptAt: Date | null;
  participantId: string;
  meetingId: string;
  calendarUid: string;
  name: string;
  email: string;
  timeZone: string | null;
  locale: string;
  role: Role;
  isOrganiser: boolean;
  removedAt: Date | null;
  answer: "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
  pictureUrl: string | null;
  roomTokenId: string | null;
  baseUrl: string;
  subject: string;
  audience: string;
  room: string;
  moderator: boolean;
  linkName: string;
  issuedAt: Date;
  notBefore: Date;
  expiresAt: Date;
  credentialId: string;
  reminderMinutes: number | null;
  notice: "ANSWERS" | "FAILURES" | null;
};

/**
 * Everything that the mails say, in a few queries. Rows are flat, and shared rows are read once: Prisma's nested objects took
 * longer than composing.
 * @param settled also those that are no longer queued
 */
export async function loadDeliveries(db: Database, ids: string[], { settled = false } = {}) {
  const { prisma } = db;
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT d."id", d."kind", d."revisionId", d."previousRevisionId", d."changes", d."sequence", d."revisedAt",
      d."messageId", d."references", d."attempts", d."createdAt", a."at" AS "firstAttemptAt",
      p."id" AS "participantId", p."meetingId", p."calendarUid", d."name", p."email", d."timeZone", d."locale",
      p."role", p."isOrganiser", p."removedAt", d."answer",
      u."pictureUrl", t."id" AS "roomTokenId", t."baseUrl", t."subject", t."audience", t."room", t."moderator",
      t."name" AS "linkName", t."issuedAt", t."notBefore", t."expiresAt", t."credentialId", r."minutesBefore" AS "reminderMinutes", d."notice"
    FROM "Delivery" d JOIN "Participant" p ON p."id" = d."participantId"
      LEFT JOIN "User" u ON u."id" = p."userId" LEFT JOIN ${mailedToken()}
      LEFT JOIN "Reminder" r ON r."id" = d."reminderId"
      LEFT JOIN "DeliveryAttempt" a ON a."deliveryId" = d."id" AND a."number" = 1
    WHERE d."id" = ANY(${ids}::uuid[]) AND (${settled} OR d."status" = 'QUEUED')`;
  const revisionIds = distinct(rows.flatMap((row) => [row.revisionId, row.previousRevisionId ?? []].flat()));
  const revisions = await prisma.meetingRevision.findMany({
    where: { id: { in: revisionIds } },
    omit: { people: true },
    include: {
      domain: true,
      meeting: { select: { createdAt: true, organiser: { select: { name: true, email: true } } } },
    },
  });
  const credentials = await prisma.credential.findMany({
    where: { id: { in: distinct(rows.flatMap(({ credentialId }) => credentialId ?? [])) } },
  });
  const revisionOf = new Map(revisions.map((revision) => [revision.id, revision]));
  const credentialOf = new Map(credentials.map((credential) => [credential.id, credential]));
  const notices = await loadNotices(
    db,
    rows.filter(({ notice }) => notice).map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    /** Null in every mail but a notice. */
    noticeContent: notices.get(row.id) ?? null,
    revision: revisionOf.get(row.revisionId)!,
    previous: (row.previousRevisionId && revisionOf.get(row.previousRevisionId)) || null,
    roomToken: row.roomTokenId && {
      ...row,
      id: row.roomTokenId,
      name: row.linkName,
      credential: credentialOf.get(row.credentialId)!,
    },
  }));
}

const distinct = (ids: string[]): string[] => [...new Set(ids)];

export type LoadedDelivery = Awaited<ReturnType<typeof loadDeliveries>>[number];
