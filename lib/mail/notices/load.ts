import type { Database } from "@/lib/db";
import { type AnswerCounts, countsFor } from "@/lib/participants/current-answer";
import { type Proposal, proposalOf } from "@/lib/participants/proposal";
import { Prisma } from "@/prisma/generated/client";

type Person = { name: string; email: string };

type Answer = "ACCEPTED" | "TENTATIVE" | "DECLINED";

export type NoticeContent = {
  answers: (Person & {
    /** NONE: they only propose something else. */
    answer: Answer | "NONE";
    /** It is about another time than the meeting's, and counts for none. */
    toAnotherTime: boolean;
    /** As an earlier notice said it, where that differs. */
    before: Answer | null;
    note: string;
    proposal: Proposal | null;
    at: Date;
    via: "WEB" | "MAIL";
  })[];
  failures: (Person & {
    kind: "INVITATION" | "UPDATE" | "CANCELLATION";
    bounced: boolean;
    reason: string | null;
    lastReason: string | null;
    serverText: string | null;
  })[];
  /** Of all participants, without the organiser, at the moment of the notice. */
  counts: AnswerCounts;
};

/** By the notice's ID. Only rows with this `noticeId`, so a retry repeats them. */
export async function loadNotices({ prisma }: Database, ids: string[]): Promise<Map<string, NoticeContent>> {
  const contents = new Map<string, NoticeContent>(
    ids.map((id) => [id, { answers: [], failures: [], counts: noCounts }]),
  );
  if (ids.length === 0) return contents;
  type Row = Omit<NoticeContent["answers"][number], "proposal"> &
    Parameters<typeof proposalOf>[0] & { noticeId: string };
  const answers = await prisma.$queryRaw<Row[]>`
    SELECT a."noticeId", p."name", p."email", a."note", a."isProposal", a."proposedStartsAt", a."proposedEndsAt",
      a."via"::text, a."createdAt" AS "at", a."answer"::text,
      ${countsFor("a", "v")} IS NOT TRUE AS "toAnotherTime",
      CASE WHEN told."answer" <> 'NONE' AND (told."answer" <> a."answer" OR NOT ${countsFor("a", "v")})
        THEN told."answer"::text END AS "before"
    FROM (${newestOfNotice} WHERE "noticeId" = ANY(${ids}::uuid[]) ${inOrder}) a
      JOIN "Participant" p ON p."id" = a."participantId"
      JOIN "Delivery" n ON n."id" = a."noticeId" JOIN "MeetingRevision" v ON v."id" = n."revisionId"
      LEFT JOIN LATERAL (SELECT b."answer" FROM (${newestOfNotice} WHERE "participantId" = p."id" ${inOrder}) b
          JOIN "Delivery" e ON e."id" = b."noticeId" JOIN "MeetingRevision" w ON w."id" = e."revisionId"
        WHERE ${countsFor("b", "v")} AND ${countsFor("b", "w")}
          AND (e."createdAt", e."id") < (n."createdAt", n."id")
        ORDER BY b."createdAt" DESC, b."id" DESC LIMIT 1) told ON TRUE
    ORDER BY a."createdAt", a."id"`;
  const failures = await prisma.$queryRaw<(NoticeContent["failures"][number] & { noticeId: string })[]>`
    SELECT d."noticeId", d."name", p."email", d."kind"::text, d."status" = 'BOUNCED' AS "bounced", d."reason", d."lastReason", d."serverText"
    FROM "Delivery" d JOIN "Participant" p ON p."id" = d."participantId"
    WHERE d."noticeId" = ANY(${ids}::uuid[]) ORDER BY p."position", d."id"`;
  for (const { noticeId, isProposal, proposedStartsAt, proposedEndsAt, ...answer } of answers) {
    const proposal = proposalOf({ isProposal, proposedStartsAt, proposedEndsAt });
    contents.get(noticeId)!.answers.push({ ...answer, proposal });
  }
  for (const { noticeId, ...failure } of failures) contents.get(noticeId)!.failures.push(failure);
  const notices = await prisma.delivery.findMany({ where: { id: { in: ids } }, select: { id: true, counts: true } });
  for (const { id, counts } of notices) contents.get(id)!.counts = (counts as AnswerCounts | null) ?? noCounts;
  return contents;
}

/** An answer to an unknown occurrence gives way to any other. */
const newestOfNotice = Prisma.sql`SELECT DISTINCT ON ("noticeId", "participantId") * FROM "ParticipantAnswer"`;
const inOrder = Prisma.sql`ORDER BY "noticeId", "participantId", "startsAt" IS NULL, "createdAt" DESC, "id" DESC`;

const noCounts = { accepted: 0, tentative: 0, declined: 0, open: 0 };
