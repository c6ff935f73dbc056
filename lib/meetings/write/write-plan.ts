import type { Database, Transaction } from "@/lib/db";
import { newId, newSecret } from "@/lib/ids";
import { insertDirectLinks, type NewDirectLink } from "@/lib/links/insert-direct-links";
import { insertDeliveries, type NewDelivery } from "@/lib/mail/ledger/insert";
import { supersedeQueued } from "@/lib/mail/ledger/supersede";
import type { PersonPlan } from "@/lib/meetings/plan/plan-person";
import { insertRevision, type NewRevision } from "@/lib/meetings/write/insert-revision";
import { personOf } from "@/lib/participants/person";
import { accountsOf, insertParticipants, updateParticipants } from "@/lib/participants/write";

type Context = {
  meetingId: string;
  /** The ID of the newest revision, or a new one to write with these people. */
  revision: string | NewRevision;
  /** A cancelled meeting keeps its people, because its page still shows them. */
  meetingCancelled?: boolean;
  /** `people` are not all of the meeting's: positions stay. */
  onlySome?: boolean;
  mailHost: string;
  now: Date;
};

/**
 * Writes a plan: the revision, people, links, mails and jobs, in a fixed number of statements.
 * The caller's transaction holds the meeting's row.
 */
export async function writePlan(
  db: Pick<Database, "boss">,
  tx: Transaction,
  people: PersonPlan[],
  { meetingId, revision, meetingCancelled = false, onlySome = false, mailHost, now }: Context,
): Promise<void> {
  const rows = people.map((plan, position) => ({ ...plan, id: plan.participantId ?? newId(), position }));
  const stay = rows.filter(({ removed }) => !removed || meetingCancelled);
  const invited = stay.map((row) => ({ ...row, participantId: row.id }));
  const revisionId =
    typeof revision === "string" ? revision : await insertRevision(tx, revision, { meetingId, people: invited, now });
  await insertNew(tx, rows, { meetingId, mailHost });
  await updateParticipants(
    tx,
    rows
      .filter(({ participantId }) => participantId !== null)
      .map((row) => ({
        ...row,
        position: onlySome ? null : row.position,
        removed: row.removed && !meetingCancelled,
      })),
    now,
  );
  const mailed = rows.filter(({ effect }) => effect !== "nothing");
  const outdated = rows.filter(({ effect, removed }) => effect !== "nothing" || removed);
  await supersedeQueued(
    tx,
    outdated.map(({ id }) => id),
    now,
  );
  const links: NewDirectLink[] = [];
  const deliveries = mailed.map((row): NewDelivery => {
    const { effect, changes, sequence, revisedAt, before, firstMessageId: references } = row;
    const cancelled = effect === "cancellation";
    return {
      id: newId(),
      participantId: row.id,
      kind: kinds[effect as keyof typeof kinds],
      revisionId: cancelled ? (before?.revisionId ?? revisionId) : revisionId,
      previousRevisionId: effect === "update" ? (before?.revisionId ?? null) : null,
      changes,
      linkId: linkIdFor(row, links),
      sequence,
      revisedAt,
      references,
    };
  });
  await insertDirectLinks(tx, links, now);
  await insertDeliveries(db, tx, deliveries, { mailHost, now });
}

const kinds = { invitation: "INVITATION", update: "UPDATE", cancellation: "CANCELLATION" } as const;

/** Adds a new link to `links`. */
function linkIdFor({ id: participantId, link }: PersonPlan & { id: string }, links: NewDirectLink[]): string | null {
  if (!link) return null;
  if ("keep" in link) return link.keep;
  const id = newId();
  links.push({ id, participantId, ...link.mint });
  return id;
}

type Row = PersonPlan & { id: string; position: number };

async function insertNew(
  tx: Transaction,
  rows: Row[],
  { meetingId, mailHost }: Pick<Context, "meetingId" | "mailHost">,
) {
  const added = rows.filter(({ participantId }) => participantId === null);
  if (added.length === 0) return;
  const accounts = await accountsOf(
    tx,
    added.map(({ email }) => email),
  );
  const participants = added.map(({ id, isOrganiser, sequence, revisedAt, position, ...person }) => {
    return {
      ...personOf(person),
      id,
      isOrganiser,
      userId: accounts.get(person.email) ?? null,
      // Unguessable: it authorises an answer by mail.
      calendarUid: `${newSecret()}@${mailHost}`,
      sequence,
      revisedAt,
      position,
    };
  });
  await insertParticipants(tx, meetingId, participants);
}
