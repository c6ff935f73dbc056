import { sameTime, type Time } from "@/lib/participants/answered-time";
import { Prisma } from "@/prisma/generated/client";

// The rule: an answer counts while its occurrence has the time that was answered. A test compares the two ways to say it.

export const countsFor = (time: Time, answered: Time | null): boolean => answered !== null && sameTime(answered, time);

/** For the row `c` of CurrentAnswer and a time of occurrence `o`, its own or the one that revision `v` tells. */
const countsForSql = (of: "o" | "v") =>
  Prisma.sql`(c."startsAt", c."endsAt") = ${Prisma.raw(`(${of}."startsAt", ${of}."endsAt")`)}`;

/** The answer of participant `p` to occurrence `o`. NONE when it was to another time. */
export const answerTo = (of: "o" | "v") => Prisma.sql`coalesce((SELECT c."answer" FROM "CurrentAnswer" c
  WHERE c."participantId" = p."id" AND c."occurrenceId" = o."id" AND ${countsForSql(of)}), 'NONE')`;

/** Of participant `p`, to any time of the meeting. */
export const hasDeclined = Prisma.sql`EXISTS (SELECT 1 FROM "CurrentAnswer" c
  WHERE c."participantId" = p."id" AND c."answer" = 'DECLINED')`;

export type AnswerCounts = { accepted: number; tentative: number; declined: number; open: number };

/** For occurrence `o` of the surrounding query, without the organiser, who is not asked. */
export const answerCounts = Prisma.sql`
  SELECT count(*)::int AS "participants", count(*) FILTER (WHERE x."answer" = 'ACCEPTED')::int AS "accepted",
    count(*) FILTER (WHERE x."answer" = 'TENTATIVE')::int AS "tentative",
    count(*) FILTER (WHERE x."answer" = 'DECLINED')::int AS "declined",
    count(*) FILTER (WHERE x."answer" = 'NONE')::int AS "open"
  FROM (SELECT ${answerTo("o")} AS "answer" FROM "Participant" p
    WHERE p."meetingId" = o."meetingId" AND p."removedAt" IS NULL AND NOT p."isOrganiser") x`;
