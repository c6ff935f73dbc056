import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { applyMigrations } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";

/** A database of its own on the test cluster, copied from the migrated one. */
export async function newPostgresDatabase({ empty = false } = {}): Promise<string> {
  const admin = new URL(inject("postgresUrl"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client(admin.href);
  await client.connect();
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${empty ? "template0" : "template"}"`);
  await client.end();
  admin.pathname = `/${name}`;
  return admin.href;
}

export async function openTestDatabase(kind: Database["kind"]): Promise<Database> {
  const db = await openDatabase({
    databaseUrl: kind === "postgres" ? await newPostgresDatabase() : null,
    dataDir: null,
  });
  await applyMigrations(db);
  await startQueue(db);
  return db;
}

export async function closeTestDatabase(db: Database): Promise<void> {
  await db.boss.stop({ graceful: true, timeout: 10_000 });
  await db.close();
}

/** Runs the same tests on both databases; `db()` is the open one, shared by the suite. */
export function onEachDatabase(tests: (db: () => Database, kind: Database["kind"]) => void): void {
  describe.each(["pglite", "postgres"] as const)("on %s", (kind) => {
    let open: Database | undefined;
    beforeAll(async () => {
      open = await openTestDatabase(kind);
    });
    afterAll(async () => {
      if (open) await closeTestDatabase(open);
    });
    tests(() => open!, kind);
  });
}
