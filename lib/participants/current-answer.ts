import { sameTime, type Time } from "@/lib/time/start-and-end";
import { Prisma } from "@/prisma/generated/client";

// An answer counts while its occurrence has the time that was answered. A test compares TypeScript and SQL.

type Row = Time & { occurrenceId: string | null };

export function currentAnswerTo<R extends Row>(rows: R[], occurrence: Time & { id: string }) {
  const row = rows.find(({ occurrenceId }) => occurrenceId === occurrence.id) ?? null;
  const counts = row !== null && sameTime(row, occurrence);
  return { counting: counts ? row : null, toOtherTime: counts ? null : row };
}

/** Of an answer, for an occurrence or a revision. NULL if the answer has no time. */
export const countsFor = (answer: "a" | "b" | "c", of: "oc" | "v" | "w"): Prisma.Sql =>
  Prisma.raw(`((${answer}."startsAt", ${answer}."endsAt") = (${of}."startsAt", ${of}."endsAt"))`);

/** The answer of participant `p` to occurrence `oc`. NONE if it was to another time. */
export const answerTo = (of: "oc" | "v") => Prisma.sql`coalesce((SELECT c."answer" FROM "CurrentAnswer" c
  WHERE c."participantId" = p."id" AND c."occurrenceId" = oc."id" AND ${countsFor("c", of)}), 'NONE')`;

/** Participant `p` declined occurrence `oc`, at its time now or at an earlier one. */
export const hasDeclined = Prisma.sql`EXISTS (SELECT 1 FROM "CurrentAnswer" c
  WHERE c."participantId" = p."id" AND c."occurrenceId" = oc."id" AND c."answer" = 'DECLINED')`;

export type AnswerCounts = { accepted: number; tentative: number; declined: number; open: number };

/** For occurrence `oc`. The organiser is not asked, so does not count. */
export const answerCountsInSql = Prisma.sql`
  SELECT count(*)::int AS "participants", count(*) FILTER (WHERE x."answer" = 'ACCEPTED')::int AS "accepted",
    count(*) FILTER (WHERE x."answer" = 'TENTATIVE')::int AS "tentative",
    count(*) FILTER (WHERE x."answer" = 'DECLINED')::int AS "declined",
    count(*) FILTER (WHERE x."answer" = 'NONE')::int AS "open"
  FROM (SELECT ${answerTo("oc")} AS "answer" FROM "Participant" p
    WHERE p."meetingId" = oc."meetingId" AND p."removedAt" IS NULL AND NOT p."isOrganiser") x`;
