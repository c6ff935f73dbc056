import { atMost, type Figure, inTurn, milliseconds } from "@/bench/measure";
import { insertStatement, plainSql, rowsAsText } from "@/bench/sql";
import type { Database } from "@/lib/db";
import { newId } from "@/lib/ids";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { inputFor, install, mailHost } from "@/tests/support/installation";

const rounds = 9;

/** Saving a meeting with 499 participants and the organiser, beside the same rows as multi-row INSERTs in one transaction. */
export async function benchSave(db: Database): Promise<Figure[]> {
  const { organiser, domain } = await install(db);
  let statements: string[] = [];

  const save = async () => {
    const now = new Date();
    const input = inputFor(domain.id, 499, now);
    const ms = await milliseconds(() =>
      scheduleMeeting(db, { input, organiser, submissionKey: newId(), mailHost, now }),
    );
    statements = await takeRows(db, organiser.id);
    return ms;
  };
  const insert = async () => {
    const script = `BEGIN; ${statements.join("; ")}; COMMIT`;
    const ms = await milliseconds(() => plainSql(db, script));
    await removeRows(db, organiser.id);
    return ms;
  };
  await save();
  await insert();
  const result = await inTurn(rounds, save, insert);
  const name = `save a meeting with 500 participants (${db.kind})`;
  return [{ name, unit: "ms", ...result, ...atMost(1.6, result.ratio) }];
}

const tables = [
  'public."Meeting"',
  'public."Occurrence"',
  'public."MeetingRevision"',
  'public."Participant"',
  'public."Link"',
  'public."RoomToken"',
  'public."Delivery"',
  "pgboss.job",
];

/** The rows that the save wrote, as statements, and the tables without them. */
async function takeRows(db: Database, organiserId: string): Promise<string[]> {
  const meeting = `(SELECT "id" FROM "Meeting" WHERE "organiserId" = '${organiserId}')`;
  const participant = `(SELECT "id" FROM "Participant" WHERE "meetingId" IN ${meeting})`;
  const filters = [
    `"id" IN ${meeting}`,
    `"meetingId" IN ${meeting}`,
    `"meetingId" IN ${meeting}`,
    `"meetingId" IN ${meeting}`,
    `"participantId" IN ${participant}`,
    `"participantId" IN ${participant}`,
    `"participantId" IN ${participant}`,
    "TRUE",
  ];
  const statements: string[] = [];
  for (const [i, table] of tables.entries()) {
    statements.push(insertStatement(table, await rowsAsText(db, table, filters[i]!)));
  }
  await removeRows(db, organiserId);
  return statements;
}

const removeRows = (db: Database, organiserId: string) =>
  plainSql(db, `DELETE FROM "Meeting" WHERE "organiserId" = '${organiserId}'; DELETE FROM pgboss.job`);
