import { type AnswerRefusal, refusalOf } from "@/lib/answers/refusal";
import type { Transaction } from "@/lib/db";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import type { Time } from "@/lib/participants/answered-time";
import { Prisma } from "@/prisma/generated/client";

type Answer = "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";

export type Asked = {
  sequence: number;
  timeZone: string;
  occurrence: Time & { id: string; originalStart: string };
  /** What the person said last. */
  current: (Time & { answer: Answer; note: string }) | null;
};

/** Holds the meeting and the person, so that neither is changed before the answer is written. */
export async function lockAsked(tx: Transaction, participantId: string, now: Date): Promise<Asked | AnswerRefusal> {
  await lockMeeting(
    tx,
    Prisma.sql`SELECT "meetingId" FROM "Participant" WHERE "id" = ${participantId}::uuid`,
    "FOR NO KEY UPDATE",
  );
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT p."sequence", p."isOrganiser", p."removedAt", oc."status", m."timeZone", oc."id", oc."originalStart", oc."startsAt",
      oc."endsAt", c."answer", c."note", c."startsAt" AS "answeredStart", c."endsAt" AS "answeredEnd"
    FROM "Participant" p JOIN "Meeting" m ON m."id" = p."meetingId" JOIN "Occurrence" oc ON oc."meetingId" = m."id"
      LEFT JOIN "CurrentAnswer" c ON c."participantId" = p."id" AND c."occurrenceId" = oc."id"
    WHERE p."id" = ${participantId}::uuid FOR UPDATE OF p`;
  if (!row) return "removed";
  const refusal = refusalOf(row, now);
  if (refusal) return refusal;
  const { sequence, timeZone, id, originalStart, startsAt, endsAt, answer, note, answeredStart, answeredEnd } = row;
  const current = answer && { answer, note, startsAt: answeredStart, endsAt: answeredEnd };
  return { sequence, timeZone, occurrence: { id, originalStart, startsAt, endsAt }, current };
}
type Locked = Omit<Asked, "occurrence" | "current"> &
  Asked["occurrence"] &
  Parameters<typeof refusalOf>[0] & {
    /** Null: nothing yet, and so are the other columns of CurrentAnswer. */
    answer: Answer | null;
    note: string;
    answeredStart: Date;
    answeredEnd: Date;
  };
