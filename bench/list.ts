import { atMost, type Figure, inTurn, milliseconds } from "@/bench/measure";
import { plainSql } from "@/bench/sql";
import { type Database, openDatabase } from "@/lib/db";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { notInvited } from "@/lib/meetings/read/not-invited";
import { applyMigrations } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";
import { type Installation, install } from "@/tests/support/installation";
import { createDatabase } from "@/tests/support/postgres";

const rounds = 40;

/** The first page of an organiser with 100,000 meetings beside that of one with 1,000, in one database. */
export async function benchList(db: Database): Promise<Figure[]> {
  const [many, few] = [await install(db), await install(db)];
  await insertMeetings(db, [many], 100_000);
  await insertMeetings(db, [few], 1_000);
  await plainSql(db, 'ANALYZE "Meeting"; ANALYZE "Occurrence"; ANALYZE "Participant"; ANALYZE "Delivery"');
  const figures: Figure[] = [];
  // Each search finds one meeting, so that both show as many rows.
  for (const [what, query, fewQuery, limit] of [
    ["first page of 100,000 meetings", {}, {}, 1.3],
    ["first page of past ones among 100,000", { show: "past" }, { show: "past" }, 1.3],
    ["search among 100,000 meetings", { q: "weekly 99999" }, { q: "weekly 999" }, 2],
  ] as const) {
    const result = await compare(open(db, many, query), open(db, few, fewQuery));
    figures.push({
      name: `${what}, beside 1,000 (${db.kind})`,
      unit: "ms",
      ...result,
      ...atMost(limit, result.ratio),
    });
  }
  return figures;
}

/** One organiser among 1,000 with 1,000 meetings each, beside one who is alone in a database. On PostgreSQL only. */
export async function benchMillion(db: Database, databaseUrl: string | null): Promise<Figure[]> {
  if (!databaseUrl) return [];
  const alone = await openDatabase({ databaseUrl: await createDatabase(databaseUrl, "alone"), dataDir: null });
  await applyMigrations(alone);
  await startQueue(alone);
  const few = await install(alone);
  const places: Installation[] = [];
  for (let i = 0; i < 1_000; i++) places.push(await install(db));
  await insertMeetings(alone, [few], 1_000);
  await insertMeetings(db, places, 1_000);
  for (const each of [db, alone]) await plainSql(each, "VACUUM ANALYZE");
  const result = await compare(open(db, places[500]!, {}), open(alone, few, {}));
  await alone.boss.stop({ graceful: true, timeout: 10_000 });
  await alone.close();
  const name = "first page among one million meetings of 1,000 organisers, beside 1,000 (postgres)";
  return [{ name, unit: "ms", ...result, ...atMost(1.3, result.ratio) }];
}

const open = (db: Database, { organiser: viewer }: Installation, query: Record<string, string>) => {
  const now = new Date();
  return () =>
    milliseconds(async () => {
      await listMeetings(db, { viewer, query: listQuery.parse(query), now });
      await notInvited(db, { viewer, now });
    });
};

/** Once each before it counts. */
async function compare(ours: () => Promise<number>, baseline: () => Promise<number>) {
  await ours();
  await baseline();
  return inTurn(rounds, ours, baseline);
}

/** So many for each organiser: half of them past, half to come, one an hour, each with two people and their invitations. */
async function insertMeetings(db: Database, places: Installation[], count: number) {
  const owners = places.map(({ organiser, domain }) => `('${organiser.id}'::uuid, '${domain.id}'::uuid)`).join(", ");
  const theirs = `m."organiserId" IN (${places.map(({ organiser }) => `'${organiser.id}'`).join(", ")})`;
  await plainSql(
    db,
    `INSERT INTO "Meeting" ("id", "organiserId", "domainId", "roomName", "title", "timeZone",
       "opensBeforeMinutes", "closesAfterMinutes", "submissionKey", "updatedAt")
     SELECT gen_random_uuid(), w."organiserId", w."domainId", gen_random_uuid()::text, 'Weekly ' || i, 'Europe/Berlin',
       15, 240, gen_random_uuid(), now()
     FROM (VALUES ${owners}) AS w("organiserId", "domainId"), generate_series(1, ${count}) AS i`,
  );
  await plainSql(
    db,
    `INSERT INTO "Occurrence" ("id", "meetingId", "organiserId", "originalStart", "startsAt", "endsAt")
     SELECT gen_random_uuid(), m."id", m."organiserId", to_char(at, 'YYYY-MM-DD"T"HH24:MI') || '[Europe/Berlin]', at, at + interval '30 minutes'
     FROM "Meeting" m, LATERAL (SELECT now() + (substr(m."title", 8)::int - ${count / 2}) * interval '1 hour' AS at) t
     WHERE ${theirs}`,
  );
  await plainSql(
    db,
    `INSERT INTO "Participant" ("id", "meetingId", "email", "name", "role", "isOrganiser", "calendarUid", "revisedAt", "position")
     SELECT gen_random_uuid(), m."id", 'p' || n || '@example.org', 'P ' || n, 'ATTENDEE', n = 0, gen_random_uuid()::text, now(), n
     FROM "Meeting" m, generate_series(0, 1) AS n WHERE ${theirs}`,
  );
  await plainSql(
    db,
    `INSERT INTO "MeetingRevision" ("id", "meetingId", "version", "title", "description", "startsAt", "endsAt", "timeZone",
       "domainId", "roomName", "locale", "people", "status")
     SELECT gen_random_uuid(), m."id", 1, m."title", '', oc."startsAt", oc."endsAt", m."timeZone", m."domainId", m."roomName",
       m."locale", '[]', m."status"
     FROM "Meeting" m JOIN "Occurrence" oc ON oc."meetingId" = m."id" WHERE ${theirs}`,
  );
  await plainSql(
    db,
    `INSERT INTO "Delivery" ("id", "participantId", "kind", "revisionId", "name", "locale", "sequence", "revisedAt",
       "messageId", "status", "attempts")
     SELECT gen_random_uuid(), p."id", 'INVITATION', r."id", p."name", 'en', 0, now(), gen_random_uuid()::text, 'ACCEPTED', 1
     FROM "Participant" p JOIN "Meeting" m ON m."id" = p."meetingId" JOIN "MeetingRevision" r ON r."meetingId" = m."id"
     WHERE ${theirs}`,
  );
}
