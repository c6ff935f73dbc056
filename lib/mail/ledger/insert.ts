import type { Database, Transaction } from "@/lib/db";
import { wholeSecond } from "@/lib/ids";
import { type AnswerCounts, answerTo } from "@/lib/participants/current-answer";
import { enqueueDeliveries } from "@/lib/queue";

export type NewDelivery = {
  id: string;
  participantId: string;
  kind: "INVITATION" | "UPDATE" | "CANCELLATION" | "REMINDER" | "NOTICE";
  revisionId: string;
  /** The revision that the person knows. */
  previousRevisionId: string | null;
  changes: string[];
  linkId: string | null;
  sequence: number;
  revisedAt: Date;
  /** Message-ID of this person's first mail about the meeting. */
  references: string | null;
  reminderId?: string;
  notice?: "ANSWERS" | "FAILURES";
  counts?: AnswerCounts | null;
};

/** The host of an address or a Message-ID. New Message-IDs end with it. */
export const mailHostOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/**
 * The only place that writes mails: rows and their jobs in the caller's transaction, in one statement (docs/decisions/007).
 * Language, zone, name and answer are stored with the mail, so that a retry repeats them.
 * @param mailHost mailHostOf the sender's address
 */
export async function insertDeliveries(
  db: Pick<Database, "boss">,
  tx: Transaction,
  deliveries: NewDelivery[],
  { mailHost, now, dueAt = now }: { mailHost: string; now: Date; dueAt?: Date },
): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Delivery" ("id", "participantId", "kind", "revisionId", "previousRevisionId", "changes", "linkId",
      "sequence", "revisedAt", "references", "reminderId", "notice", "counts", "name", "locale", "timeZone", "answer",
      "messageId", "nextAttemptAt", "createdAt")
    SELECT d."id", d."participantId", d."kind", d."revisionId", d."previousRevisionId", d."changes", d."linkId",
      d."sequence", d."revisedAt", d."references", d."reminderId", d."notice", d."counts",
      p."name", coalesce(p."locale", u."locale", m."locale"), coalesce(p."timeZone", u."timeZone"), ${answerTo("v")},
      d."id" || '@' || ${mailHost}, ${dueAt}::timestamptz, ${wholeSecond(now)}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) AS d("id" uuid, "participantId" uuid,
      "kind" "DeliveryKind", "revisionId" uuid, "previousRevisionId" uuid, "changes" text[], "linkId" uuid,
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
