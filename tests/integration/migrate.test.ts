import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { applyMigrations, stepsToSchema } from "@/lib/migrate";
import { UnusableDatabaseError } from "@/lib/missing-migrations";
import { newPostgresDatabase, openEmptyDatabase } from "@/tests/support/database";

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

  test("a script that fails is an error, and is not counted as applied", async () => {
    const db = await remember(openEmptyDatabase(kind));
    const adapter = await db.adapterFactory.connect();
    await adapter.executeScript("SELECT 1; SELECT 2");
    await expect(adapter.executeScript('SELECT 1; ALTER TABLE "Nowhere" ADD COLUMN "x" int')).rejects.toThrow();
  });

  test("after a migration that failed, a start refuses in words", async () => {
    const db = await remember(openEmptyDatabase(kind));
    await applyMigrations(db);
    await db.prisma
      .$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${names.at(-1)}`;
    await expect(applyMigrations(db)).rejects.toThrow(`The migration ${names.at(-1)} did not finish`);
    await expect(applyMigrations(db)).rejects.toBeInstanceOf(UnusableDatabaseError);
  });

  test("a database with another form of a migration is refused", async () => {
    const db = await remember(openEmptyDatabase(kind));
    await applyMigrations(db);
    await db.prisma.$executeRaw`UPDATE _prisma_migrations SET checksum = 'another' WHERE migration_name = ${names[0]}`;
    await expect(applyMigrations(db)).rejects.toThrow(`its migration ${names[0]} is not the one`);
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
  const applied = await Promise.all(processes.map((db) => applyMigrations(db)));
  expect(applied.flat().sort()).toEqual(names);
  expect(await recorded(processes[0]!)).toEqual(names);
});

test("the migrations tell the whole of the schema", async () => {
  // Only here: this version of the engine cannot compare with a PostgreSQL server, which gets the same SQL.
  const db = await remember(openEmptyDatabase("pglite"));
  await applyMigrations(db);
  expect(await stepsToSchema(db)).toBe(0);
});

test("no migration has a semicolon in a comment, where the adapter would cut", () => {
  for (const name of names) {
    const sql = readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8");
    expect(sql.match(/--.*;.*/g), name).toBeNull();
  }
});
