import type { Database } from "@/lib/db";

type Person = { name: string; email: string };

/** What a notice tells, in the order in which it came. */
export type NoticeContent = {
  answers: (Person & {
    /** NONE: they only propose something else. */
    answer: "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
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
};

/** By the notice's ID. Only rows that were tied to it when it was written: a second attempt says the same. */
export async function loadNotices({ prisma }: Database, ids: string[]): Promise<Map<string, NoticeContent>> {
  const contents = new Map<string, NoticeContent>(ids.map((id) => [id, { answers: [], failures: [] }]));
  if (ids.length === 0) return contents;
  const answers = await prisma.$queryRaw<(NoticeContent["answers"][number] & { noticeId: string })[]>`
    SELECT a."noticeId", p."name", p."email", a."answer"::text, a."note", a."proposal", a."via"::text,
      a."createdAt" AS "at"
    FROM "ParticipantAnswer" a JOIN "Participant" p ON p."id" = a."participantId"
    WHERE a."noticeId" = ANY(${ids}::uuid[]) ORDER BY a."createdAt", a."id"`;
  const failures = await prisma.$queryRaw<(NoticeContent["failures"][number] & { noticeId: string })[]>`
    SELECT d."noticeId", p."name", p."email", d."kind"::text, d."status" = 'BOUNCED' AS "bounced", d."responseCode", d."response"
    FROM "Delivery" d JOIN "Participant" p ON p."id" = d."participantId"
    WHERE d."noticeId" = ANY(${ids}::uuid[]) ORDER BY p."position", d."id"`;
  for (const { noticeId, ...answer } of answers) contents.get(noticeId)!.answers.push(answer);
  for (const { noticeId, ...failure } of failures) contents.get(noticeId)!.failures.push(failure);
  return contents;
}
