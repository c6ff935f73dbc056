import type { Database, Transaction } from "@/lib/db";
import { enqueueNotices } from "@/lib/queue";
import { nextMorning } from "@/lib/time/wall-time";

const gatherMs = 60_000;

type Organiser = { meetingId: string; answerMails: "EACH" | "DAILY" | "NEVER"; timeZone: string; isOrganiser: boolean };

/** The caller's transaction holds the meeting's row (FOR NO KEY UPDATE). The organiser's own answer is skipped. */
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
  await enqueueNotices(db, tx, [{ meetingId, kind: "ANSWERS", key: `${meetingId}:${answerMails}`, dueAt }]);
}
