import type { Database } from "@/lib/db";

type Person = { name: string; email: string };

type Answer = "ACCEPTED" | "TENTATIVE" | "DECLINED";

/** What a notice tells, in the order in which it came. */
export type NoticeContent = {
  /** Of each person the newest, however often they changed their mind. */
  answers: (Person & {
    /** NONE: they only propose something else. */
    answer: Answer | "NONE";
    /** What an earlier notice told of them, where it was something else. */
    before: Answer | null;
    /** What they wrote; empty: nothing. */
    note: string;
    /** What their calendar proposes instead, in words; empty: nothing. */
    proposal: string;
    at: Date;
    via: "WEB" | "MAIL";
  })[];
  failures: (Person & {
    kind: "INVITATION" | "UPDATE" | "CANCELLATION";
    /** Accepted by our mail server first, and reported later as not deliverable. */
    bounced: boolean;
    responseCode: number | null;
    response: string | null;
  })[];
  /** Of all participants, without the organiser, at the moment of the notice. */
  counts: { accepted: number; tentative: number; declined: number; open: number };
};

/** By the notice's ID. Only rows that were tied to it when it was written: a second attempt says the same. */
export async function loadNotices({ prisma }: Database, ids: string[]): Promise<Map<string, NoticeContent>> {
  const contents = new Map<string, NoticeContent>(
    ids.map((id) => [id, { answers: [], failures: [], counts: noCounts }]),
  );
  if (ids.length === 0) return contents;
  const answers = await prisma.$queryRaw<(NoticeContent["answers"][number] & { noticeId: string })[]>`
    SELECT a."noticeId", p."name", p."email", a."answer"::text, a."note", a."proposal", a."via"::text,
      a."createdAt" AS "at", CASE WHEN told."answer" NOT IN ('NONE', a."answer") THEN told."answer"::text END AS "before"
    FROM (SELECT DISTINCT ON ("noticeId", "participantId") * FROM "ParticipantAnswer"
        WHERE "noticeId" = ANY(${ids}::uuid[])
        ORDER BY "noticeId", "participantId", "createdAt" DESC, "id" DESC) a
      JOIN "Participant" p ON p."id" = a."participantId"
      JOIN "Delivery" n ON n."id" = a."noticeId"
      LEFT JOIN LATERAL (SELECT b."answer" FROM "ParticipantAnswer" b JOIN "Delivery" e ON e."id" = b."noticeId"
        WHERE b."participantId" = a."participantId" AND b."sequence" = a."sequence"
          AND (e."createdAt", e."id") < (n."createdAt", n."id")
        ORDER BY b."createdAt" DESC, b."id" DESC LIMIT 1) told ON TRUE
    ORDER BY a."createdAt", a."id"`;
  const failures = await prisma.$queryRaw<(NoticeContent["failures"][number] & { noticeId: string })[]>`
    SELECT d."noticeId", d."name", p."email", d."kind"::text, d."status" = 'BOUNCED' AS "bounced", d."responseCode", d."response"
    FROM "Delivery" d JOIN "Participant" p ON p."id" = d."participantId"
    WHERE d."noticeId" = ANY(${ids}::uuid[]) ORDER BY p."position", d."id"`;
  for (const { noticeId, ...answer } of answers) contents.get(noticeId)!.answers.push(answer);
  for (const { noticeId, ...failure } of failures) contents.get(noticeId)!.failures.push(failure);
  for (const { noticeId, ...counts } of await countsAt(prisma, ids)) contents.get(noticeId)!.counts = counts;
  return contents;
}

const noCounts = { accepted: 0, tentative: 0, declined: 0, open: 0 };

/**
 * How answers stood when each notice was written: from the history, for what the participants' rows say now is different at
 * the next attempt. An answer from before the meeting was moved to its time is none.
 */
function countsAt(prisma: Database["prisma"], ids: string[]) {
  return prisma.$queryRaw<(NoticeContent["counts"] & { noticeId: string })[]>`
    SELECT n."id" AS "noticeId", count(*) FILTER (WHERE a."answer" = 'ACCEPTED')::int AS "accepted",
      count(*) FILTER (WHERE a."answer" = 'TENTATIVE')::int AS "tentative",
      count(*) FILTER (WHERE a."answer" = 'DECLINED')::int AS "declined",
      count(*) FILTER (WHERE a."answer" IS NULL OR a."answer" = 'NONE')::int AS "open"
    FROM "Delivery" n JOIN "MeetingRevision" v ON v."id" = n."revisionId"
      JOIN LATERAL (SELECT coalesce(max(w."version"), 0) AS "version" FROM "MeetingRevision" w WHERE w."meetingId" = v."meetingId"
        AND w."version" < v."version" AND (w."startsAt", w."endsAt") IS DISTINCT FROM (v."startsAt", v."endsAt")) other ON TRUE
      JOIN "MeetingRevision" since ON since."meetingId" = v."meetingId" AND since."version" = other."version" + 1
      JOIN "Participant" p ON p."meetingId" = v."meetingId" AND NOT p."isOrganiser"
        AND (p."removedAt" IS NULL OR p."removedAt" > n."createdAt")
        AND EXISTS (SELECT 1 FROM "Delivery" d WHERE d."participantId" = p."id" AND d."createdAt" <= n."createdAt")
      LEFT JOIN LATERAL (SELECT a."answer" FROM "ParticipantAnswer" a
        WHERE a."participantId" = p."id" AND a."createdAt" >= since."createdAt"
          AND (a."createdAt" <= n."createdAt" OR a."noticeId" = n."id")
        ORDER BY a."createdAt" DESC, a."id" DESC LIMIT 1) a ON TRUE
    WHERE n."id" = ANY(${ids}::uuid[]) AND n."notice" = 'ANSWERS' GROUP BY n."id"`;
}
