import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { writeNotice } from "@/lib/mail/notices/write";
import { applyMigrations, stepsToSchema } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";
import { acceptMails, change, moved } from "@/tests/support/change";
import { newPostgresDatabase, openEmptyDatabase } from "@/tests/support/database";
import { giveAnswer } from "@/tests/support/give-answer";
import { install, mailHost, planFor, schedule } from "@/tests/support/installation";

const names = readdirSync("prisma/migrations", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const open: Database[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.close();
});

async function remember(db: Promise<Database>): Promise<Database> {
  open.push(await db);
  return db;
}

async function recorded({ prisma }: Database) {
  const rows = await prisma.$queryRaw<{ migration_name: string; finished_at: Date | null }[]>`
    SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY migration_name`;
  return rows.map((row) => (row.finished_at ? row.migration_name : `${row.migration_name} not finished`));
}

describe.each(["pglite", "postgres"] as const)("on %s", (kind) => {
  test("an empty database gets all migrations, once", async () => {
    const db = await remember(openEmptyDatabase(kind));
    expect(await applyMigrations(db)).toEqual(names);
    expect(await applyMigrations(db)).toEqual([]);
    expect(await recorded(db)).toEqual(names);
  });

  test("links that were mailed before the domain was written down with them say what it is", async () => {
    const db = await remember(openEmptyDatabase(kind));
    await applyMigrations(db);
    await startQueue(db);
    const place = await install(db, { baseUrl: "https://old.example.org/team", subject: "team", audience: "aud" });
    await schedule(db, place, planFor(place.domain.id, 2, new Date()));
    // As it was before.
    await db.prisma.$executeRaw`ALTER TABLE "RoomToken" DROP "baseUrl", DROP "subject", DROP "audience"`;
    await db.prisma.$executeRaw`DROP INDEX "Delivery_roomTokenId_idx"`;
    const name = "20261129000000_links_and_domains";
    await db.prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = ${name}`;
    expect(await applyMigrations(db)).toEqual([name]);
    const says = { baseUrl: "https://old.example.org/team", subject: "team", audience: "aud" };
    expect(await db.prisma.roomToken.findMany()).toMatchObject([says, says, says]);
    await db.boss.stop();
  });

  test("answers from before say to which time they are: on the web the meeting's, by mail what had been told", async () => {
    const db = await remember(openEmptyDatabase(kind));
    await applyMigrations(db);
    await startQueue(db);
    const place = await install(db);
    const plan = planFor(place.domain.id, 3, new Date());
    const meetingId = await schedule(db, place, plan);
    await acceptMails(db, meetingId);
    const people = await db.prisma.participant.findMany({
      where: { meetingId, isOrganiser: false },
      orderBy: { position: "asc" },
    });
    const [web, late, mail] = people.map(({ id }) => id);
    await giveAnswer(db, web!);
    await change(db, place, meetingId, "nobody", moved(30));
    const now = new Date(Date.now() + 1000);
    await giveAnswer(db, late!, { now });
    await giveAnswer(db, mail!, { via: "MAIL", now });
    await writeNotice(db, { meetingId, kind: "ANSWERS" }, { mailHost, now });
    const counts = async () => (await db.prisma.delivery.findFirstOrThrow({ where: { notice: "ANSWERS" } })).counts;
    expect(await counts()).toEqual({ accepted: 1, tentative: 0, declined: 0, open: 2 });
    const answers = () => db.prisma.participantAnswer.findMany({ orderBy: { id: "asc" } });
    const given = await answers();
    const before = { startsAt: plan.startsAt, endsAt: plan.endsAt };
    expect(given).toMatchObject([before, moved(30)(plan), before]);
    const said = await db.prisma.participant.findMany({ orderBy: { id: "asc" } });
    // As it was before.
    await db.prisma.$executeRaw`ALTER TABLE "ParticipantAnswer" DROP "startsAt", DROP "endsAt"`;
    await db.prisma.$executeRaw`ALTER TABLE "Participant" DROP "answerStartsAt", DROP "answerEndsAt"`;
    await db.prisma.$executeRaw`ALTER TABLE "Delivery" DROP "counts"`;
    const name = "20261204000000_answered_time";
    await db.prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = ${name}`;
    expect(await applyMigrations(db)).toEqual([name]);
    expect(await answers()).toEqual(given);
    expect(await db.prisma.participant.findMany({ orderBy: { id: "asc" } })).toEqual(said);
    expect(await counts()).toEqual({ accepted: 1, tentative: 0, declined: 0, open: 2 });
    await db.boss.stop();
  });

  test("what was there stays", async () => {
    const db = await remember(openEmptyDatabase(kind));
    await applyMigrations(db);
    await db.prisma.mailSettings.create({ data: { fromName: "kept" } });
    await applyMigrations(db);
    expect(await db.prisma.mailSettings.findFirst()).toMatchObject({ fromName: "kept" });
  });
});

test("processes that start at once beside one PostgreSQL apply each migration once", async () => {
  const databaseUrl = await newPostgresDatabase({ empty: true });
  const processes = await Promise.all([1, 2, 3].map(() => remember(openDatabase({ databaseUrl, dataDir: null }))));
  const applied = await Promise.all(processes.map(applyMigrations));
  expect(applied.flat().sort()).toEqual(names);
  expect(await recorded(processes[0]!)).toEqual(names);
});

test("the migrations tell the whole of the schema", async () => {
  // Only here: this version of the engine cannot compare with a PostgreSQL server, which gets the same SQL.
  const db = await remember(openEmptyDatabase("pglite"));
  await applyMigrations(db);
  expect(await stepsToSchema(db)).toBe(0);
});

test("no migration has a semicolon in a comment, where the PostgreSQL adapter would cut the statement", () => {
  for (const name of names) {
    const sql = readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8");
    expect(sql.match(/--.*;.*/g), name).toBeNull();
  }
});
