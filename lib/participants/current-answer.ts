import { sameTime, type Time } from "@/lib/participants/answered-time";
import { Prisma } from "@/prisma/generated/client";

// The rule: an answer counts while its occurrence has the time that was answered. A test compares the two ways to say it.

type Row = Time & { occurrenceId: string | null };

/** Of one person's rows, the one for this occurrence: it counts, or it is an answer to another time. */
export function currentAnswerTo<R extends Row>(rows: R[], occurrence: Time & { id: string }) {
  const row = rows.find(({ occurrenceId }) => occurrenceId === occurrence.id) ?? null;
  const counts = row !== null && sameTime(row, occurrence);
  return { counting: counts ? row : null, toOtherTime: counts ? null : row };
}

/** For the row `c` of CurrentAnswer and a time of occurrence `oc`, its own or the one that revision `v` tells. */
const countsForSql = (of: "oc" | "v") =>
  Prisma.sql`(c."startsAt", c."endsAt") = ${Prisma.raw(`(${of}."startsAt", ${of}."endsAt")`)}`;

/** The answer of participant `p` to occurrence `oc`. NONE when it was to another time. */
export const answerTo = (of: "oc" | "v") => Prisma.sql`coalesce((SELECT c."answer" FROM "CurrentAnswer" c
  WHERE c."participantId" = p."id" AND c."occurrenceId" = oc."id" AND ${countsForSql(of)}), 'NONE')`;

/** Participant `p` said no to occurrence `oc`, at its time or at an earlier one. */
export const hasDeclined = Prisma.sql`EXISTS (SELECT 1 FROM "CurrentAnswer" c
  WHERE c."participantId" = p."id" AND c."occurrenceId" = oc."id" AND c."answer" = 'DECLINED')`;

export type AnswerCounts = { accepted: number; tentative: number; declined: number; open: number };

/** For occurrence `oc` of the surrounding query, without the organiser, who is not asked. */
export const answerCountsInSql = Prisma.sql`
  SELECT count(*)::int AS "participants", count(*) FILTER (WHERE x."answer" = 'ACCEPTED')::int AS "accepted",
    count(*) FILTER (WHERE x."answer" = 'TENTATIVE')::int AS "tentative",
    count(*) FILTER (WHERE x."answer" = 'DECLINED')::int AS "declined",
    count(*) FILTER (WHERE x."answer" = 'NONE')::int AS "open"
  FROM (SELECT ${answerTo("oc")} AS "answer" FROM "Participant" p
    WHERE p."meetingId" = oc."meetingId" AND p."removedAt" IS NULL AND NOT p."isOrganiser") x`;
