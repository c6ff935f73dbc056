import type { Database, Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { coversMeeting } from "@/lib/links/link-state";
import { mailedToken } from "@/lib/links/mailed-token";
import { insertDeliveries, type NewDelivery } from "@/lib/mail/ledger/insert";
import { isRequest } from "@/lib/mail/ledger/kinds";
import {
  firstMessageId,
  newestArrived,
  newestCalendarMail,
  newestFirst,
  newestRevision,
} from "@/lib/mail/ledger/newest";
import { inState, queued } from "@/lib/mail/ledger/state";
import { hasDeclined } from "@/lib/participants/current-answer";

type Row = Pick<
  NewDelivery,
  "participantId" | "revisionId" | "previousRevisionId" | "linkId" | "sequence" | "revisedAt" | "references"
> & {
  reminderId: string;
};

/**
 * Mails several reminders to everybody who has an invitation and has not declined. The caller holds the meetings' rows.
 * The link is that of the newest accepted mail, if it is the newest mail or its link covers the meeting.
 * @param onlySuperseded only to people whose reminder was superseded before it left; their newest mail may be queued
 */
export async function insertReminderMails(
  db: Pick<Database, "boss">,
  tx: Transaction,
  reminderIds: string[],
  { onlySuperseded = false, mailHost, now }: { onlySuperseded?: boolean; mailHost: string; now: Date },
): Promise<number> {
  if (reminderIds.length === 0) return 0;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r."id" AS "reminderId", p."id" AS "participantId", v."id" AS "revisionId", k."id" AS "previousRevisionId", l."linkId", n."sequence",
      n."revisedAt", ${firstMessageId} AS "references"
    FROM "Reminder" r
      JOIN "Occurrence" oc ON oc."id" = r."occurrenceId"
      JOIN "Meeting" m ON m."id" = oc."meetingId"
      JOIN "Participant" p ON p."meetingId" = m."id" AND p."removedAt" IS NULL AND NOT ${hasDeclined}
      JOIN LATERAL ${newestRevision} v ON TRUE
      JOIN LATERAL ${newestCalendarMail} n ON n."kind" <> 'CANCELLATION'
      JOIN LATERAL (SELECT d."linkId" FROM "Delivery" d LEFT JOIN ${mailedToken()}
          LEFT JOIN "Credential" c ON c."id" = t."credentialId" LEFT JOIN "Domain" o ON o."id" = c."domainId"
        WHERE d."participantId" = p."id" AND ${isRequest}
          AND (${inState("accepted")} OR (${onlySuperseded}::boolean AND ${inState(...queued)} AND d."id" = n."id"))
          AND (d."id" = n."id" OR ${coversMeeting})
        ORDER BY ${newestFirst} LIMIT 1) l ON TRUE
      LEFT JOIN LATERAL ${newestArrived} a ON TRUE
      LEFT JOIN "MeetingRevision" k ON k."id" = a."revisionId" AND (k."startsAt", k."endsAt") <> (v."startsAt", v."endsAt")
      LEFT JOIN LATERAL (SELECT bool_or(NOT ${inState("superseded")}) AS "live" FROM "Delivery" d
        WHERE d."reminderId" = r."id" AND d."participantId" = p."id") w ON TRUE
    WHERE r."id" = ANY(${reminderIds}::uuid[])
      AND w."live" IS NOT TRUE AND (NOT ${onlySuperseded}::boolean OR w."live" IS FALSE)
    ORDER BY r."id", p."position"`;
  const mails = rows.map((row): NewDelivery => {
    return { id: newId(), kind: "REMINDER", ...row, changes: row.previousRevisionId ? ["time"] : [] };
  });
  await insertDeliveries(db, tx, mails, { mailHost, now });
  return mails.length;
}
