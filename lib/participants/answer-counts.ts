import { Prisma } from "@/prisma/generated/client";

/** The answer of participant `p` to the time of occurrence `oc` or revision `v`. NONE when it was to another time. */
export const answerTo = (of: "oc" | "v") => {
  const time = Prisma.raw(`(${of}."startsAt", ${of}."endsAt")`);
  return Prisma.sql`CASE WHEN (p."answerStartsAt", p."answerEndsAt") = ${time} THEN p."answer" ELSE 'NONE' END`;
};

export type AnswerCounts = { accepted: number; tentative: number; declined: number; open: number };

/** For the occurrence `oc` of the surrounding query, without the organiser, who is not asked. */
export const answerCounts = Prisma.sql`
  SELECT count(*)::int AS "participants", count(*) FILTER (WHERE x."answer" = 'ACCEPTED')::int AS "accepted",
    count(*) FILTER (WHERE x."answer" = 'TENTATIVE')::int AS "tentative",
    count(*) FILTER (WHERE x."answer" = 'DECLINED')::int AS "declined",
    count(*) FILTER (WHERE x."answer" = 'NONE')::int AS "open"
  FROM (SELECT ${answerTo("oc")} AS "answer" FROM "Participant" p
    WHERE p."meetingId" = oc."meetingId" AND p."removedAt" IS NULL AND NOT p."isOrganiser") x`;
