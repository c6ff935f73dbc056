import type { Database } from "@/lib/db";
import { mailedToken } from "@/lib/links/mailed-token";
import { isRequest } from "@/lib/mail/ledger/kinds";
import { newestCalendarMail } from "@/lib/mail/ledger/newest";
import { inState } from "@/lib/mail/ledger/state";
import type { Change } from "@/lib/mail/message/change";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { unmailedChanges } from "@/lib/meetings/plan/plan-person";
import { isUpcoming } from "@/lib/occurrences/upcoming";
import type { Role } from "@/lib/participants/person";
import { Prisma } from "@/prisma/generated/client";

/** A person who got no mail about the newest changes. */
export type OutdatedPerson = {
  participantId: string;
  name: string;
  email: string;
  isOrganiser: boolean;
  changes: Change[];
  link: { notBefore: Date; expiresAt: Date } | null;
};

/**
 * For a meeting `m` and its occurrence `oc`: people whose newest mail was accepted and is out of date.
 * Undelivered mails are in undelivered.ts. A mail that is being sent is in neither.
 */
const outdated = Prisma.sql`
  SELECT p."id" AS "participantId", p."name", p."email", p."isOrganiser", p."role", p."position", d."revisionId",
    t."moderator", t."name" AS "linkName", t."notBefore", t."expiresAt"
  FROM "Participant" p CROSS JOIN LATERAL ${newestCalendarMail} d
    JOIN "MeetingRevision" v ON v."id" = d."revisionId"
    LEFT JOIN ${mailedToken()}
  WHERE p."meetingId" = m."id" AND p."removedAt" IS NULL AND ${isRequest} AND ${inState("accepted")}
    AND ((v."title", v."description", v."startsAt", v."endsAt", v."timeZone", v."domainId", v."roomName")
        <> (m."title", m."description", oc."startsAt", oc."endsAt", m."timeZone", m."domainId", m."roomName")
      OR t."moderator" <> (p."role" = 'MODERATOR') OR t."name" <> p."name")`;

/** Without the organiser, who made the change. Zero unless the meeting is upcoming. */
export const outdatedCount = (now: Date) =>
  Prisma.sql`CASE WHEN ${isUpcoming(now)} THEN (SELECT count(*)::int FROM (${outdated}) x WHERE NOT x."isOrganiser") ELSE 0 END`;

type Row = Omit<OutdatedPerson, "changes" | "link"> & {
  role: Role;
  revisionId: string;
  moderator: boolean | null;
  linkName: string | null;
  notBefore: Date | null;
  expiresAt: Date | null;
};

/** In the order of the meeting's list, in two queries. */
export async function outdatedPeople(
  { prisma }: Database,
  { id, ...facts }: MeetingFacts & { id: string },
  now: Date,
): Promise<OutdatedPerson[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT u.* FROM "Meeting" m JOIN "Occurrence" oc ON oc."meetingId" = m."id" CROSS JOIN LATERAL (${outdated}) u
    WHERE m."id" = ${id}::uuid AND ${isUpcoming(now)} ORDER BY u."position", u."participantId"`;
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ revisionId }) => revisionId))];
  const revisions = await prisma.meetingRevision.findMany({ where: { id: { in: ids } }, omit: { people: true } });
  const revisionOf = new Map(revisions.map((revision) => [revision.id, revision]));
  return rows.map(({ participantId, name, email, isOrganiser, role, ...mail }) => {
    const link = linkOf(mail);
    const mailed = { facts: revisionOf.get(mail.revisionId)!, link };
    const current = { facts, link: { moderator: role === "MODERATOR", name } };
    return { participantId, name, email, isOrganiser, changes: unmailedChanges(mailed, current), link };
  });
}

function linkOf({ moderator, linkName, notBefore, expiresAt }: Omit<Row, keyof OutdatedPerson | "role">) {
  if (moderator === null || linkName === null || !notBefore || !expiresAt) return null;
  return { moderator, name: linkName, notBefore, expiresAt };
}
