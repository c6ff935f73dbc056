import { type AnswerRefusal, answerRefusal } from "@/lib/answers/refusal";
import type { Transaction } from "@/lib/db";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import type { Time } from "@/lib/time/start-and-end";
import { Prisma } from "@/prisma/generated/client";

type Answer = "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";

export type LockedParticipant = {
  sequence: number;
  occurrence: Time & { id: string; originalStart: string };
  current: (Time & { answer: Answer; note: string }) | null;
};

export async function lockForAnswer(
  tx: Transaction,
  participantId: string,
  now: Date,
): Promise<LockedParticipant | AnswerRefusal> {
  await lockMeeting(
    tx,
    Prisma.sql`SELECT "meetingId" FROM "Participant" WHERE "id" = ${participantId}::uuid`,
    "FOR NO KEY UPDATE",
  );
  const [row] = await tx.$queryRaw<LockedRow[]>`
    SELECT p."sequence", p."isOrganiser", p."removedAt", oc."status", oc."id", oc."originalStart", oc."startsAt",
      oc."endsAt", c."answer", c."note", c."startsAt" AS "answeredStart", c."endsAt" AS "answeredEnd"
    FROM "Participant" p JOIN "Occurrence" oc ON oc."meetingId" = p."meetingId"
      LEFT JOIN "CurrentAnswer" c ON c."participantId" = p."id" AND c."occurrenceId" = oc."id"
    WHERE p."id" = ${participantId}::uuid FOR UPDATE OF p`;
  if (!row) return "removed";
  const refusal = answerRefusal(row, now);
  if (refusal) return refusal;
  const { sequence, id, originalStart, startsAt, endsAt, answer, note, answeredStart, answeredEnd } = row;
  const current = answer && { answer, note, startsAt: answeredStart, endsAt: answeredEnd };
  return { sequence, occurrence: { id, originalStart, startsAt, endsAt }, current };
}
type LockedRow = Omit<LockedParticipant, "occurrence" | "current"> &
  LockedParticipant["occurrence"] &
  Parameters<typeof answerRefusal>[0] & {
    /** Null without a current answer; its other columns are null then too. */
    answer: Answer | null;
    note: string;
    answeredStart: Date;
    answeredEnd: Date;
  };
