import type { Transaction } from "@/lib/db";
import type { MailedLink } from "@/lib/links/mailed-link";
import type { MeetingFacts } from "@/lib/meetings/facts";

/** A calendar mail to one person, as the ledger has it. */
export type Told = { revisionId: string; facts: MeetingFacts; linkId: string | null; link: MailedLink | null };

export type PersonState = {
  participantId: string;
  email: string;
  name: string;
  role: "MODERATOR" | "ATTENDEE";
  isOrganiser: boolean;
  answer: "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
  sequence: number;
  revisedAt: Date;
  /** The newest calendar mail, whatever became of it. */
  latest: (Told & { status: "QUEUED" | "ACCEPTED" | "FAILED" | "SUPERSEDED" | "BOUNCED" }) | null;
  /** The newest that a mail server accepted and that did not come back: what is in this person's calendar. */
  known: Told | null;
  firstMessageId: string | null;
  /** Links mailed so far that have not expired. */
  openLinks: (MailedLink & { id: string })[];
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
};

type Row = Omit<PersonState, "latest" | "known" | "openLinks"> & {
  latestStatus: NonNullable<PersonState["latest"]>["status"] | null;
  latestRevisionId: string | null;
  latestLinkId: string | null;
  knownRevisionId: string | null;
  knownLinkId: string | null;
};

/**
 * The meeting and what each person invited was told last: all that planning a change needs. Flat rows in a fixed number
 * of queries, however many people they are.
 * @param participantId only this person
 */
export async function loadMeetingState(
  tx: Transaction,
  meetingId: string,
  { participantId = null, now }: { participantId?: string | null; now: Date },
): Promise<MeetingState | null> {
  const meeting = await tx.meeting.findUnique({ where: { id: meetingId } });
  if (!meeting) return null;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."id" AS "participantId", p."email", p."name", p."role", p."isOrganiser", p."answer", p."sequence", p."revisedAt",
      l."status" AS "latestStatus", l."revisionId" AS "latestRevisionId", l."roomTokenId" AS "latestLinkId",
      k."revisionId" AS "knownRevisionId", k."roomTokenId" AS "knownLinkId",
      (SELECT d."messageId" FROM "Delivery" d WHERE d."participantId" = p."id" ORDER BY d."createdAt", d."id" LIMIT 1)
        AS "firstMessageId"
    FROM "Participant" p
      LEFT JOIN LATERAL (SELECT d."status", d."revisionId", d."roomTokenId" FROM "Delivery" d
        WHERE d."participantId" = p."id" AND d."kind" IN ('INVITATION', 'UPDATE')
        ORDER BY d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC LIMIT 1) l ON TRUE
      LEFT JOIN LATERAL (SELECT d."revisionId", d."roomTokenId" FROM "Delivery" d
        WHERE d."participantId" = p."id" AND d."kind" IN ('INVITATION', 'UPDATE') AND d."status" = 'ACCEPTED'
        ORDER BY d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC LIMIT 1) k ON TRUE
    WHERE p."meetingId" = ${meetingId}::uuid AND p."removedAt" IS NULL
      AND (${participantId}::uuid IS NULL OR p."id" = ${participantId}::uuid)
    ORDER BY p."position"`;
  const revisions = new Map(
    (await tx.meetingRevision.findMany({ where: { meetingId } })).map((revision) => [revision.id, revision]),
  );
  const links = await loadLinks(tx, rows, now);
  const told = (revisionId: string | null, linkId: string | null): Told | null => {
    const facts = revisionId && revisions.get(revisionId);
    if (!facts) return null;
    return { revisionId, facts, linkId, link: (linkId && links.byId.get(linkId)) || null };
  };
  const people = rows.map(
    ({ latestStatus, latestRevisionId, latestLinkId, knownRevisionId, knownLinkId, ...person }) => {
      const latest = told(latestRevisionId, latestLinkId);
      return {
        ...person,
        latest: latest && { ...latest, status: latestStatus! },
        known: told(knownRevisionId, knownLinkId),
        openLinks: links.open.get(person.participantId) ?? [],
      };
    },
  );
  const { id, version, status, opensBeforeMinutes, closesAfterMinutes, locale } = meeting;
  return { id, version, status, facts: meeting, opensBeforeMinutes, closesAfterMinutes, locale, people };
}

type LinkRow = MailedLink & { id: string; participantId: string; mailed: boolean };

/** Links that somebody may hold and that still open a door, and those that the newest mails carry. */
async function loadLinks(tx: Transaction, rows: Row[], now: Date) {
  const participantIds = rows.map((row) => row.participantId);
  const found = await tx.$queryRaw<LinkRow[]>`
    SELECT "id", "participantId", "credentialId", "room", "moderator", "name", "notBefore", "expiresAt",
      EXISTS (SELECT 1 FROM "Delivery" d WHERE d."participantId" = t."participantId" AND d."roomTokenId" = t."id"
        AND (d."attempts" > 0 OR d."status" IN ('ACCEPTED', 'BOUNCED'))) AS "mailed"
    FROM "RoomToken" t
    WHERE "participantId" = ANY(${participantIds}::uuid[]) AND "purpose" = 'DELIVERY'`;
  const byId = new Map<string, LinkRow>();
  const open = new Map<string, LinkRow[]>();
  for (const link of found) {
    byId.set(link.id, link);
    if (link.mailed && link.expiresAt > now)
      open.set(link.participantId, [...(open.get(link.participantId) ?? []), link]);
  }
  return { byId, open };
}
