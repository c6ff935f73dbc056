import type { Database } from "@/lib/db";
import type { Change } from "@/lib/mail/message/change";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { untoldChanges } from "@/lib/meetings/plan/plan-person";
import { needsLinks } from "@/lib/meetings/read/link-fault";
import { Prisma } from "@/prisma/generated/client";

/** Somebody who knows an older state of the meeting, because it was changed without telling them. */
export type UntoldPerson = {
  participantId: string;
  name: string;
  email: string;
  isOrganiser: boolean;
  /** What is different from what they were told. */
  changes: Change[];
  /** The link that they have. */
  link: { notBefore: Date; expiresAt: Date } | null;
};

/**
 * For a meeting `m` of the surrounding query: everybody whose newest mail reached them and says something else than what is
 * saved; `untoldChanges` says what. Whose mail is on its way or did not reach them is somebody else's notice.
 */
const untold = Prisma.sql`
  SELECT p."id" AS "participantId", p."name", p."email", p."isOrganiser", p."role", p."position", n."revisionId",
    t."moderator", t."name" AS "linkName", t."notBefore", t."expiresAt"
  FROM "Participant" p CROSS JOIN LATERAL (
      SELECT d."kind", d."status", d."revisionId", d."roomTokenId" FROM "Delivery" d
      WHERE d."participantId" = p."id" AND d."kind" IN ('INVITATION', 'UPDATE', 'CANCELLATION')
      ORDER BY d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC LIMIT 1) n
    JOIN "MeetingRevision" v ON v."id" = n."revisionId"
    LEFT JOIN "RoomToken" t ON t."id" = n."roomTokenId"
  WHERE p."meetingId" = m."id" AND p."removedAt" IS NULL AND n."status" = 'ACCEPTED' AND n."kind" <> 'CANCELLATION'
    AND ((v."title", v."description", v."startsAt", v."endsAt", v."timeZone", v."domainId", v."roomName")
        <> (m."title", m."description", m."startsAt", m."endsAt", m."timeZone", m."domainId", m."roomName")
      OR t."moderator" <> (p."role" = 'MODERATOR') OR t."name" <> p."name")`;

/** How many of them there are beside the organiser, who knows; only of meetings to come. */
export const untoldCount = (now: Date) =>
  Prisma.sql`CASE WHEN ${needsLinks(now)} THEN (SELECT count(*)::int FROM (${untold}) x WHERE NOT x."isOrganiser") ELSE 0 END`;

type Row = Omit<UntoldPerson, "changes" | "link"> & {
  role: "MODERATOR" | "ATTENDEE";
  revisionId: string;
  moderator: boolean | null;
  linkName: string | null;
  notBefore: Date | null;
  expiresAt: Date | null;
};

/** In the order of the meeting's list: two queries, however many people they are. */
export async function untoldPeople(
  { prisma }: Database,
  { id, ...facts }: MeetingFacts & { id: string },
  now: Date,
): Promise<UntoldPerson[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT u.* FROM "Meeting" m CROSS JOIN LATERAL (${untold}) u
    WHERE m."id" = ${id}::uuid AND ${needsLinks(now)} ORDER BY u."position", u."participantId"`;
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ revisionId }) => revisionId))];
  const revisions = await prisma.meetingRevision.findMany({ where: { id: { in: ids } } });
  const known = new Map(revisions.map((revision) => [revision.id, revision]));
  return rows.map(({ participantId, name, email, isOrganiser, role, ...mail }) => {
    const link = linkOf(mail);
    const says = { facts: known.get(mail.revisionId)!, link };
    const is = { facts, link: { moderator: role === "MODERATOR", name } };
    return { participantId, name, email, isOrganiser, changes: untoldChanges(says, is), link };
  });
}

function linkOf({ moderator, linkName, notBefore, expiresAt }: Omit<Row, keyof UntoldPerson | "role">) {
  if (moderator === null || linkName === null || !notBefore || !expiresAt) return null;
  return { moderator, name: linkName, notBefore, expiresAt };
}
