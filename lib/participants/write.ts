import type { Transaction } from "@/lib/db";
import type { Person } from "@/lib/participants/person";
import { personAssignments, personColumns, personDefinitions } from "@/lib/participants/person-columns";

export type NewParticipant = Person & {
  id: string;
  isOrganiser: boolean;
  userId: string | null;
  calendarUid: string;
  sequence: number;
  revisedAt: Date;
  position: number;
};

/** One JSON parameter for all rows (docs/decisions/007). */
export async function insertParticipants(tx: Transaction, meetingId: string, people: NewParticipant[]): Promise<void> {
  if (people.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Participant" (${personColumns()}, "id", "meetingId", "userId", "isOrganiser", "calendarUid", "sequence",
      "revisedAt", "position")
    SELECT ${personColumns("p")}, p."id", ${meetingId}::uuid, p."userId", p."isOrganiser", p."calendarUid", p."sequence",
      p."revisedAt", p."position"
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS p(${personDefinitions}, "id" uuid, "userId" uuid,
      "isOrganiser" boolean, "calendarUid" text, "sequence" int, "revisedAt" timestamptz, "position" int)`;
}

export type ParticipantChange = Person & {
  id: string;
  sequence: number;
  revisedAt: Date;
  /** Null: unchanged. */
  position: number | null;
  removed: boolean;
  resetAnswer: boolean;
};

export async function updateParticipants(tx: Transaction, changes: ParticipantChange[], now: Date): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Participant" p
    SET ${personAssignments("c")}, "sequence" = c."sequence", "revisedAt" = c."revisedAt",
      "position" = coalesce(c."position", p."position"),
      "removedAt" = CASE WHEN c."removed" THEN coalesce(p."removedAt", ${now}::timestamptz) END
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c(${personDefinitions}, "id" uuid, "sequence" int,
      "revisedAt" timestamptz, "position" int, "removed" boolean)
    WHERE p."id" = c."id"`;
  const askedAnew = changes.filter(({ resetAnswer }) => resetAnswer).map(({ id }) => id);
  if (askedAnew.length > 0) await tx.currentAnswer.deleteMany({ where: { participantId: { in: askedAnew } } });
}

/** Account IDs by address. */
export async function accountsOf(tx: Transaction, emails: string[]) {
  const accounts = await tx.user.findMany({
    where: { email: { in: emails } },
    select: { id: true, email: true },
  });
  return new Map(accounts.map(({ id, email }) => [email, id]));
}
