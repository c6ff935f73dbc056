import type { Transaction } from "@/lib/db";
import { linkDomainOf, type MailedLink } from "@/lib/links/mailed-link";
import { mailedToken } from "@/lib/links/mailed-token";
import { isRequest } from "@/lib/mail/ledger/kinds";
import { newestLast } from "@/lib/mail/ledger/newest";
import { responseLost } from "@/lib/mail/ledger/response-lost";
import { inState } from "@/lib/mail/ledger/state";
import { factsOf, type MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { type Person, type PersonField, personOf } from "@/lib/participants/person";
import { personColumns } from "@/lib/participants/person-columns";
import type { Time } from "@/lib/time/start-and-end";

export type CalendarMail = { revisionId: string; facts: MeetingFacts; linkId: string | null; link: MailedLink | null };

export type PersonState = Person & {
  participantId: string;
  isOrganiser: boolean;
  /** Also when it was to another time than the meeting has now. */
  lastAnswer: "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
  answeredTime: Time | null;
  sequence: number;
  revisedAt: Date;
  /** Their newest invitation or update, whatever became of it. */
  newestRequest:
    | (CalendarMail & { status: "QUEUED" | "ACCEPTED" | "FAILED" | "SUPERSEDED" | "BOUNCED" | "STORED_LOCALLY" })
    | null;
  /** The newest that was accepted and did not bounce: what is in this person's calendar. */
  arrived: CalendarMail | null;
  /** A mail that was not accepted may have arrived: the mail server's response was lost. */
  mayHaveArrived: boolean;
  firstMessageId: string | null;
  openLinks: (MailedLink & { id: string })[];
};

export type HeldLink = Pick<MailedLink, "credentialId" | "room" | "moderator" | "notBefore" | "expiresAt">;

export type LinkHolder = Pick<Person, "email" | "name" | "role"> & {
  removed: boolean;
  links: HeldLink[];
  /** The window of the link that replaced the others. */
  newest: Pick<MailedLink, "notBefore" | "expiresAt"> | null;
};

export type MeetingState = {
  id: string;
  version: number;
  status: "CONFIRMED" | "CANCELLED";
  facts: MeetingFacts;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  locale: string;
  people: PersonState[];
  /** Removed people with a stale link; loaded only to plan a change. */
  removedHolders?: LinkHolder[];
};

/** All that planning a change needs, in two queries. `only`: these participants' IDs; null: everybody. */
export async function loadMeetingState(
  tx: Transaction,
  meetingId: string,
  { now, only = null }: { now: Date; only?: string[] | null },
): Promise<MeetingState | null> {
  const include = { revisions: { omit: { people: true } }, occurrences: readOccurrence } as const;
  const meeting = await tx.meeting.findUnique({ where: { id: meetingId }, include });
  if (!meeting) return null;
  const revisions = new Map(meeting.revisions.map((revision) => [revision.id, revision]));
  const people: PersonState[] = [];
  for (const row of await loadRows(tx, meetingId, only)) {
    const { participantId, isOrganiser, lastAnswer, sequence } = row;
    let person = people.at(-1);
    if (person?.participantId !== participantId) {
      const revisedAt = new Date(row.revisedAt);
      const noMails = {
        newestRequest: null,
        arrived: null,
        mayHaveArrived: false,
        firstMessageId: row.messageId,
        openLinks: [],
      };
      const answered = { lastAnswer, answeredTime: timeOf(row) };
      person = { ...personOf(row), participantId, isOrganiser, ...answered, sequence, revisedAt, ...noMails };
      people.push(person);
    }
    if (row.status === null) continue;
    const link = linkOf(row);
    const mail = { revisionId: row.revisionId, facts: revisions.get(row.revisionId)!, linkId: row.linkId, link };
    person.newestRequest = { ...mail, status: row.status };
    if (row.status === "ACCEPTED") person.arrived = mail;
    if (row.responseLost && (row.status === "FAILED" || row.status === "SUPERSEDED")) person.mayHaveArrived = true;
    const mayHaveLeft = row.responseLost || row.status === "ACCEPTED" || row.status === "BOUNCED";
    const isListed = person.openLinks.some(({ id }) => id === row.linkId);
    if (link && mayHaveLeft && link.expiresAt > now && !isListed) person.openLinks.push({ id: row.linkId!, ...link });
  }
  const { id, version, status, opensBeforeMinutes, closesAfterMinutes, locale } = meeting;
  return {
    id,
    version,
    status,
    facts: factsOf(withTime(meeting)),
    opensBeforeMinutes,
    closesAfterMinutes,
    locale,
    people,
  };
}

type LinkColumn = "credentialId" | "baseUrl" | "subject" | "audience" | "room" | "moderator";

/** From JSON, so instants are text. */
type Row = Pick<PersonState, PersonField | "participantId" | "isOrganiser" | "lastAnswer" | "sequence"> &
  Pick<MailedLink, LinkColumn> & {
    startsAt: string | null;
    endsAt: string | null;
    revisedAt: string;
    status: NonNullable<PersonState["newestRequest"]>["status"] | null;
    responseLost: boolean;
    revisionId: string;
    messageId: string;
    linkId: string | null;
    linkName: string;
    notBefore: string;
    expiresAt: string;
  };

function timeOf({ startsAt, endsAt }: Row): Time | null {
  return startsAt && endsAt ? { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } : null;
}

function linkOf(row: Row): MailedLink | null {
  const { linkId, room, moderator, linkName, notBefore, expiresAt } = row;
  if (!linkId) return null;
  const window = { notBefore: new Date(notBefore), expiresAt: new Date(expiresAt) };
  return { ...linkDomainOf(row), room, moderator, name: linkName, ...window };
}

/** Each person's mails, the oldest first. One JSON value: rows took four times as long for 500 people. */
async function loadRows(tx: Transaction, meetingId: string, only: string[] | null): Promise<Row[]> {
  const [result] = await tx.$queryRaw<{ rows: Row[] | null }[]>`
    SELECT json_agg(r) AS "rows" FROM (
      SELECT ${personColumns("p")}, p."id" AS "participantId", p."isOrganiser",
        coalesce(c."answer", 'NONE') AS "lastAnswer", c."startsAt", c."endsAt", p."sequence", p."revisedAt", d."status",
        NOT ${inState("accepted")} AND ${responseLost} AS "responseLost", d."revisionId", d."messageId",
        t."linkId", t."credentialId", t."baseUrl", t."subject", t."audience", t."room", t."moderator", t."name" AS "linkName", t."notBefore", t."expiresAt"
      FROM "Participant" p
        JOIN "Occurrence" oc ON oc."meetingId" = p."meetingId"
        LEFT JOIN "CurrentAnswer" c ON c."participantId" = p."id" AND c."occurrenceId" = oc."id"
        LEFT JOIN "Delivery" d ON d."participantId" = p."id" AND ${isRequest}
        LEFT JOIN ${mailedToken()}
      WHERE p."meetingId" = ${meetingId}::uuid AND p."removedAt" IS NULL
        AND (${only}::uuid[] IS NULL OR p."id" = ANY(${only}::uuid[]))
      ORDER BY p."position", p."id", ${newestLast}
    ) r`;
  return result?.rows ?? [];
}
