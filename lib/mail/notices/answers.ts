import type { Database, Transaction } from "@/lib/db";
import { enqueueNotices } from "@/lib/queue";
import { nextMorning } from "@/lib/time/next-morning";

/** Answers come in bunches when an invitation goes out: those of one minute are one mail. */
const gatherMs = 60_000;

type Organiser = { meetingId: string; answerMails: "EACH" | "DAILY" | "NEVER"; timeZone: string; isOrganiser: boolean };

/**
 * Sees to it that the organiser hears of an answer, as they chose in their account. Inside the transaction that writes the
 * answer, which holds the meeting. The organiser's own answer tells nobody.
 */
export async function noticeAnswer(
  db: Pick<Database, "boss">,
  tx: Transaction,
  { participantId, now }: { participantId: string; now: Date },
): Promise<void> {
  const [found] = await tx.$queryRaw<Organiser[]>`
    SELECT p."meetingId", p."isOrganiser", u."answerMails"::text, u."timeZone"
    FROM "Participant" p JOIN "Meeting" m ON m."id" = p."meetingId" JOIN "User" u ON u."id" = m."organiserId"
    WHERE p."id" = ${participantId}::uuid`;
  if (!found || found.isOrganiser || found.answerMails === "NEVER") return;
  const { meetingId, answerMails, timeZone } = found;
  const dueAt = answerMails === "DAILY" ? nextMorning(now, timeZone) : new Date(now.getTime() + gatherMs);
  // Of each its own: who changes from daily to each does not wait for the morning any more.
  await enqueueNotices(db, tx, [{ meetingId, kind: "ANSWERS", key: `${meetingId}:${answerMails}`, dueAt }]);
}
