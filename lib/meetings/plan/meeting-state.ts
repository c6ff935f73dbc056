import type { Transaction } from "@/lib/db";
import { linkDomainOf, type MailedLink } from "@/lib/links/mailed-link";
import { mailedToken } from "@/lib/links/mailed-token";
import { isInvitation } from "@/lib/mail/ledger/kinds";
import { newestLast } from "@/lib/mail/ledger/newest";
import { wentUnanswered } from "@/lib/mail/ledger/reply-lost";
import { inState } from "@/lib/mail/ledger/state";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import type { Time } from "@/lib/participants/answered-time";
import { type Person, type PersonField, personOf } from "@/lib/participants/person";
import { personColumns } from "@/lib/participants/person-columns";

/** A calendar mail to one person, as the ledger has it. */
export type Told = { revisionId: string; facts: MeetingFacts; linkId: string | null; link: MailedLink | null };

export type PersonState = Person & {
  participantId: string;
  isOrganiser: boolean;
  answer: "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
  /** To which they have answered. */
  answeredTime: Time | null;
  sequence: number;
  revisedAt: Date;
  /** The newest calendar mail, whatever became of it. */
  latest: (Told & { status: "QUEUED" | "ACCEPTED" | "FAILED" | "SUPERSEDED" | "BOUNCED" | "STORED_LOCALLY" }) | null;
  /** The newest that a mail server accepted and that did not come back: what is in this person's calendar. */
  known: Told | null;
  /** Nothing was accepted, but the answer to an attempt was lost: a mail may have arrived all the same. */
  mayKnow: boolean;
  firstMessageId: string | null;
  /** Links mailed so far that have not expired. */
  openLinks: (MailedLink & { id: string })[];
};

export type HeldLink = Pick<MailedLink, "credentialId" | "room" | "moderator" | "notBefore" | "expiresAt">;

/** Somebody and the links that they were mailed. */
export type LinkHolder = Pick<Person, "email" | "name" | "role"> & {
  removed: boolean;
  links: HeldLink[];
  /** When the link opens and ends that takes the place of the others. */
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
  /** Who was taken out before and has a link that opens the room; known where a change is planned. */
  gone?: LinkHolder[];
};

/**
 * The meeting and what each person invited was told last: all that planning a change needs, in two queries however many
 * people they are.
 * @param only of these people, and of nobody else
 */
export async function loadMeetingState(
  tx: Transaction,
  meetingId: string,
  { now, only = null }: { now: Date; only?: string[] | null },
): Promise<MeetingState | null> {
  // The people of each revision are 500 once more.
  const include = { revisions: { omit: { people: true } }, occurrences: readOccurrence } as const;
  const meeting = await tx.meeting.findUnique({ where: { id: meetingId }, include });
  if (!meeting) return null;
  const revisions = new Map(meeting.revisions.map((revision) => [revision.id, revision]));
  const people: PersonState[] = [];
  for (const row of await loadRows(tx, meetingId, only)) {
    const { participantId, isOrganiser, answer, sequence } = row;
    let person = people.at(-1);
    if (person?.participantId !== participantId) {
      const revisedAt = new Date(row.revisedAt);
      const told = { latest: null, known: null, mayKnow: false, firstMessageId: row.messageId, openLinks: [] };
      const said = { answer, answeredTime: timeOf(row) };
      person = { ...personOf(row), participantId, isOrganiser, ...said, sequence, revisedAt, ...told };
      people.push(person);
    }
    if (row.status === null) continue;
    const link = linkOf(row);
    const told = { revisionId: row.revisionId, facts: revisions.get(row.revisionId)!, linkId: row.linkId, link };
    person.latest = { ...told, status: row.status };
    if (row.status === "ACCEPTED") person.known = told;
    if (row.unanswered && (row.status === "FAILED" || row.status === "SUPERSEDED")) person.mayKnow = true;
    const mayHaveLeft = row.unanswered || row.status === "ACCEPTED" || row.status === "BOUNCED";
    const isKnown = person.openLinks.some(({ id }) => id === row.linkId);
    if (link && mayHaveLeft && link.expiresAt > now && !isKnown) person.openLinks.push({ id: row.linkId!, ...link });
  }
  const { id, version, status, opensBeforeMinutes, closesAfterMinutes, locale } = meeting;
  return { id, version, status, facts: withTime(meeting), opensBeforeMinutes, closesAfterMinutes, locale, people };
}

/** A person beside one of their calendar mails and the link in it. Instants as text, for they come as JSON. */
type Row = Pick<PersonState, PersonField | "participantId" | "isOrganiser" | "answer" | "sequence"> & {
  /** Of the time that was answered. */
  startsAt: string | null;
  endsAt: string | null;
  revisedAt: string;
  status: NonNullable<PersonState["latest"]>["status"] | null;
  unanswered: boolean;
  revisionId: string;
  messageId: string;
  linkId: string | null;
  credentialId: string;
  baseUrl: string;
  subject: string;
  audience: string;
  room: string;
  moderator: boolean;
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

/** One JSON value: read as rows, 500 people took four times as long. Each person's mails come in the order of revisions. */
async function loadRows(tx: Transaction, meetingId: string, only: string[] | null): Promise<Row[]> {
  const [result] = await tx.$queryRaw<{ rows: Row[] | null }[]>`
    SELECT json_agg(r) AS "rows" FROM (
      SELECT ${personColumns("p")}, p."id" AS "participantId", p."isOrganiser",
        coalesce(c."answer", 'NONE') AS "answer", c."startsAt", c."endsAt", p."sequence", p."revisedAt", d."status",
        NOT ${inState("accepted")} AND ${wentUnanswered} AS "unanswered", d."revisionId", d."messageId",
        t."linkId", t."credentialId", t."baseUrl", t."subject", t."audience", t."room", t."moderator", t."name" AS "linkName", t."notBefore", t."expiresAt"
      FROM "Participant" p
        JOIN "Occurrence" oc ON oc."meetingId" = p."meetingId"
        LEFT JOIN "CurrentAnswer" c ON c."participantId" = p."id" AND c."occurrenceId" = oc."id"
        LEFT JOIN "Delivery" d ON d."participantId" = p."id" AND ${isInvitation}
        LEFT JOIN ${mailedToken()}
      WHERE p."meetingId" = ${meetingId}::uuid AND p."removedAt" IS NULL
        AND (${only}::uuid[] IS NULL OR p."id" = ANY(${only}::uuid[]))
      ORDER BY p."position", p."id", ${newestLast}
    ) r`;
  return result?.rows ?? [];
}
