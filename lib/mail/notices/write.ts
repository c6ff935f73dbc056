import type { Database, Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { insertDeliveries } from "@/lib/mail/ledger/insert";
import { firstMessageId, newestCalendarMail, newestRevision } from "@/lib/mail/ledger/newest";
import { inState } from "@/lib/mail/ledger/state";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { type AnswerCounts, answerCountsInSql, answerTo, countsFor } from "@/lib/participants/current-answer";
import type { NoticeJobData } from "@/lib/queue";

type Context = { now: Date; mailHost: string };

type Organiser = {
  participantId: string;
  sequence: number;
  revisedAt: Date;
  revisionId: string;
  firstMessageId: string | null;
  over: boolean;
  answerMails: "EACH" | "DAILY" | "NEVER";
  reached: string | null;
};

/** Gathers everything new for the organiser into one mail and marks it (`noticeId`), so that a retry repeats it. A job may come twice. */
export async function writeNotice(db: Database, { meetingId, kind }: NoticeJobData, context: Context): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    // Orders this with transactions that write an answer or a failure.
    await lockMeeting(tx, meetingId, "FOR UPDATE");
    const organiser = await organiserOf(tx, meetingId, context.now);
    // A notice to a failed address would fail too; the meeting's page shows everything.
    if (!organiser || organiser.reached === "FAILED" || organiser.reached === "BOUNCED") return;
    if (kind === "ANSWERS" && (organiser.over || organiser.answerMails === "NEVER")) return;
    const ids = await (kind === "ANSWERS" ? unreportedAnswers(tx, meetingId) : unreportedFailures(tx, meetingId));
    if (ids.length === 0) return;
    const noticeId = newId();
    const { participantId, sequence, revisedAt, revisionId, firstMessageId: references } = organiser;
    const about = { participantId, sequence, revisedAt, revisionId, references };
    const counts = kind === "ANSWERS" ? await countAnswers(tx, meetingId) : null;
    const notice = { id: noticeId, kind: "NOTICE", notice: kind, counts, ...about, ...nothingElse } as const;
    await insertDeliveries(db, tx, [notice], context);
    if (kind === "ANSWERS") await tx.participantAnswer.updateMany({ where: { id: { in: ids } }, data: { noticeId } });
    else await tx.delivery.updateMany({ where: { id: { in: ids } }, data: { noticeId } });
  });
}

const nothingElse = { previousRevisionId: null, changes: [], linkId: null };

async function organiserOf(tx: Transaction, meetingId: string, now: Date): Promise<Organiser | undefined> {
  const [organiser] = await tx.$queryRaw<Organiser[]>`
    SELECT p."id" AS "participantId", p."sequence", p."revisedAt", u."answerMails"::text,
      m."status" = 'CANCELLED' OR oc."endsAt" <= ${now}::timestamptz AS "over",
      v."id" AS "revisionId", ${firstMessageId} AS "firstMessageId",
      (SELECT d."status"::text FROM "Delivery" d WHERE d."participantId" = p."id"
        AND d."status" IN ('ACCEPTED', 'FAILED', 'BOUNCED') ORDER BY d."settledAt" DESC LIMIT 1) AS "reached"
    FROM "Meeting" m JOIN "Occurrence" oc ON oc."meetingId" = m."id" JOIN "User" u ON u."id" = m."organiserId" AND u."disabledAt" IS NULL
      JOIN "Participant" p ON p."meetingId" = m."id" AND p."isOrganiser" AND p."removedAt" IS NULL
      JOIN LATERAL ${newestRevision} v ON TRUE
    WHERE m."id" = ${meetingId}::uuid`;
  return organiser;
}

/**
 * Answers of people still invited. Proposals and answers to an unknown occurrence are always reported. If a person's answer
 * counts, all their unreported answers are reported. Otherwise an answer to another time is reported only if an earlier notice
 * reported their answer to this time.
 */
async function unreportedAnswers(tx: Transaction, meetingId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "ParticipantAnswer" a JOIN "Participant" p ON p."id" = a."participantId"
      JOIN "Occurrence" oc ON oc."meetingId" = p."meetingId"
    WHERE p."meetingId" = ${meetingId}::uuid AND a."noticeId" IS NULL AND NOT p."isOrganiser" AND p."removedAt" IS NULL
      AND (${answerTo("oc")} <> 'NONE' OR a."isProposal" OR a."startsAt" IS NULL OR EXISTS (SELECT 1 FROM "ParticipantAnswer" b
        WHERE b."participantId" = p."id" AND b."noticeId" IS NOT NULL AND b."answer" <> 'NONE'
          AND ${countsFor("b", "oc")}))`;
  return rows.map(({ id }) => id);
}

async function countAnswers(tx: Transaction, meetingId: string): Promise<AnswerCounts> {
  const [{ accepted, tentative, declined, open }] = await tx.$queryRaw<[AnswerCounts]>`
    SELECT c.* FROM "Occurrence" oc CROSS JOIN LATERAL (${answerCountsInSql}) c WHERE oc."meetingId" = ${meetingId}::uuid`;
  return { accepted, tentative, declined, open };
}

async function unreportedFailures(tx: Transaction, meetingId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT d."id" FROM "Participant" p CROSS JOIN LATERAL ${newestCalendarMail} d
    WHERE p."meetingId" = ${meetingId}::uuid AND NOT p."isOrganiser" AND ${inState("failed", "bounced")} AND d."noticeId" IS NULL`;
  return rows.map(({ id }) => id);
}
