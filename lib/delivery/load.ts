import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import type { Invitation, Sender } from "@/lib/invitations/invitation";
import { clockSkewMs } from "@/lib/jitsi/room-token";
import { personalLink } from "@/lib/links/personal-link";
import { localeOf } from "@/lib/locale";
import type { Change } from "@/lib/meetings/facts";
import { loadNotices } from "@/lib/notices/load";

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
  participantId: string;
  meetingId: string;
  calendarUid: string;
  name: string;
  email: string;
  timeZone: string | null;
  locale: string;
  role: "MODERATOR" | "ATTENDEE";
  isOrganiser: boolean;
  removedAt: Date | null;
  answer: keyof typeof partstats;
  pictureUrl: string | null;
  roomTokenId: string | null;
  room: string;
  moderator: boolean;
  linkName: string;
  issuedAt: Date;
  notBefore: Date;
  expiresAt: Date;
  credentialId: string;
  /** Of a reminder: minutes before the start. */
  reminderMinutes: number | null;
  notice: "ANSWERS" | "FAILURES" | null;
};

/**
 * Deliveries with all that their mails say, in a few queries however many they are. Each person's part is one flat row, and
 * what many share, a revision of the meeting and a credential, is read once: as nested objects, reading took longer than
 * writing the mails, and while it lasts the mail server waits.
 * @param settled also those that have been sent, given up or superseded: to be looked at
 */
export async function loadDeliveries(db: Database, ids: string[], { settled = false } = {}) {
  const { prisma } = db;
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT d."id", d."kind", d."revisionId", d."previousRevisionId", d."changes", d."sequence", d."revisedAt",
      d."messageId", d."references", d."attempts", d."createdAt",
      p."id" AS "participantId", p."meetingId", p."calendarUid", d."name", p."email", d."timeZone", d."locale",
      p."role", p."isOrganiser", p."removedAt", d."answer",
      u."pictureUrl", t."id" AS "roomTokenId", t."room", t."moderator", t."name" AS "linkName", t."issuedAt",
      t."notBefore", t."expiresAt", t."credentialId", r."minutesBefore" AS "reminderMinutes", d."notice"
    FROM "Delivery" d JOIN "Participant" p ON p."id" = d."participantId"
      LEFT JOIN "User" u ON u."id" = p."userId" LEFT JOIN "RoomToken" t ON t."id" = d."roomTokenId"
      LEFT JOIN "Reminder" r ON r."id" = d."reminderId"
    WHERE d."id" = ANY(${ids}::uuid[]) AND (${settled} OR d."status" = 'QUEUED')`;
  const revisionIds = distinct(rows.flatMap((row) => [row.revisionId, row.previousRevisionId ?? []].flat()));
  const revisions = await prisma.meetingRevision.findMany({
    where: { id: { in: revisionIds } },
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
    /** What a notice tells; null in every other mail. */
    told: notices.get(row.id) ?? null,
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

const hostOf = ({ baseUrl }: { baseUrl: string }): string => new URL(baseUrl).host;

const partstats = {
  NONE: "NEEDS-ACTION",
  ACCEPTED: "ACCEPTED",
  TENTATIVE: "TENTATIVE",
  DECLINED: "DECLINED",
} as const;

/** The organiser does not answer their own meeting, and a cancelled one asks nothing. */
const isAsked = ({ kind, isOrganiser }: LoadedDelivery) => !isOrganiser && kind !== "CANCELLATION" && kind !== "NOTICE";

/** The room token is signed here and lives in this value only. */
export async function invitationOf(
  delivery: LoadedDelivery,
  keys: SigningKeys,
  sender: Sender,
  answerLink: (participantId: string) => string,
): Promise<Invitation> {
  const { revision, roomToken } = delivery;
  const { meeting, domain } = revision;
  const owner = { ...delivery, id: delivery.participantId, user: { pictureUrl: delivery.pictureUrl } };
  if (delivery.kind === "NOTICE") throw new Error("A notice is not an invitation: lib/notices writes it");
  return {
    locale: localeOf(delivery.locale),
    kind: delivery.kind,
    host: hostOf(domain),
    changes: delivery.changes,
    previous: delivery.previous && { ...delivery.previous, host: hostOf(delivery.previous.domain) },
    // Who was removed is out for good, also when the meeting is cancelled later.
    removed: delivery.kind === "CANCELLATION" && delivery.removedAt !== null,
    reminderMinutes: delivery.reminderMinutes,
    method: delivery.kind === "CANCELLATION" ? "CANCEL" : "REQUEST",
    uid: delivery.calendarUid,
    sequence: delivery.sequence,
    revisedAt: delivery.revisedAt,
    createdAt: meeting.createdAt,
    title: revision.title,
    description: revision.description,
    startsAt: revision.startsAt,
    endsAt: revision.endsAt,
    timeZone: revision.timeZone,
    organiser: { name: meeting.organiser.name, email: meeting.organiser.email },
    sender,
    recipient: {
      name: delivery.name,
      email: delivery.email,
      timeZone: delivery.timeZone,
      role: delivery.role,
      isOrganiser: delivery.isOrganiser,
    },
    partstat: delivery.isOrganiser ? "ACCEPTED" : partstats[delivery.answer],
    answerUrl: isAsked(delivery) ? answerLink(delivery.participantId) : null,
    personalLink: roomToken ? await personalLink(roomToken, owner, domain, keys) : null,
    // As the page says it: the minute that the token opens earlier is for clocks, not for people.
    linkWorks: roomToken
      ? { from: new Date(roomToken.notBefore.getTime() + clockSkewMs), until: roomToken.expiresAt }
      : null,
    messageId: delivery.messageId,
    references: delivery.references,
    sentAt: delivery.createdAt,
  };
}
