import type { Database, Transaction } from "@/lib/db";
import { wholeSecond } from "@/lib/ids";
import { type AnswerCounts, answerTo } from "@/lib/participants/current-answer";
import { enqueueDeliveries } from "@/lib/queue";

/** A mail to be sent, as its row says it. */
export type NewDelivery = {
  id: string;
  participantId: string;
  kind: "INVITATION" | "UPDATE" | "CANCELLATION" | "REMINDER" | "NOTICE";
  /** The meeting as this mail tells it. */
  revisionId: string;
  /** What the person was told before; an update says what changed since, and a reminder whether the time did. */
  previousRevisionId: string | null;
  changes: string[];
  roomTokenId: string | null;
  /** SEQUENCE and DTSTAMP of the calendar entry inside. */
  sequence: number;
  revisedAt: Date;
  /** Message-ID of this person's first mail about the meeting. */
  references: string | null;
  reminderId?: string;
  notice?: "ANSWERS" | "FAILURES";
  counts?: AnswerCounts | null;
};

/**
 * The one way in which mails are written to the ledger: rows and their jobs, in the caller's transaction, so that each
 * exists exactly when the other does. One statement and one JSON parameter however many they are (docs/decisions/007).
 * Each keeps how it addresses its recipient, who may change language and answer before a retry: in what they chose for this
 * meeting, in what their account says, or as the meeting does; and what they have answered to the time that it tells.
 * @param mailHost right side of the Message-IDs
 * @param dueAt when the first attempt is made; now, unless several are to be told in one
 */
export async function insertDeliveries(
  db: Pick<Database, "boss">,
  tx: Transaction,
  deliveries: NewDelivery[],
  { mailHost, now, dueAt = now }: { mailHost: string; now: Date; dueAt?: Date },
): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Delivery" ("id", "participantId", "kind", "revisionId", "previousRevisionId", "changes", "roomTokenId",
      "sequence", "revisedAt", "references", "reminderId", "notice", "counts", "name", "locale", "timeZone", "answer",
      "messageId", "nextAttemptAt", "createdAt")
    SELECT d."id", d."participantId", d."kind", d."revisionId", d."previousRevisionId", d."changes", d."roomTokenId",
      d."sequence", d."revisedAt", d."references", d."reminderId", d."notice", d."counts",
      p."name", coalesce(p."locale", u."locale", m."locale"), coalesce(p."timeZone", u."timeZone"), ${answerTo("v")},
      d."id" || '@' || ${mailHost}, ${dueAt}::timestamptz, ${wholeSecond(now)}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) AS d("id" uuid, "participantId" uuid,
      "kind" "DeliveryKind", "revisionId" uuid, "previousRevisionId" uuid, "changes" text[], "roomTokenId" uuid,
      "sequence" int, "revisedAt" timestamptz, "references" text, "reminderId" uuid, "notice" "NoticeKind", "counts" jsonb)
      JOIN "MeetingRevision" v ON v."id" = d."revisionId"
      JOIN "Participant" p ON p."id" = d."participantId" JOIN "Meeting" m ON m."id" = p."meetingId"
      JOIN "Occurrence" oc ON oc."meetingId" = m."id"
      LEFT JOIN "User" u ON u."id" = p."userId"`;
  await enqueueDeliveries(
    db,
    tx,
    deliveries.map(({ id }) => ({ id, attempts: 0, dueAt })),
  );
}
