import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { type Database, openDatabase, type Transaction } from "@/lib/db";
import { startQueue } from "@/lib/queue";
import { createDatabase } from "@/tests/support/postgres";

const kinds = ["pglite", "postgres"] as const;

/** Address of a database of its own on the test cluster, copied from the migrated one. */
export function newPostgresDatabase({ empty = false } = {}): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  return createDatabase(inject("postgresUrl"), name, empty ? "template0" : "template");
}

/** A DATA_DIR of its own. Copying a migrated PGlite takes a third of the time of making one. */
export function newDataDir({ empty = false } = {}): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), "latchkey-data-"));
  if (!empty) cpSync(inject("pgliteTemplate"), dataDir, { recursive: true });
  return dataDir;
}

/** Open and empty: nothing is migrated yet, and the queue is not started. */
export async function openEmptyDatabase(kind: Database["kind"]): Promise<Database> {
  return kind === "postgres"
    ? openDatabase({ databaseUrl: await newPostgresDatabase({ empty: true }), dataDir: null })
    : openDatabase({ databaseUrl: null, dataDir: null });
}

/** Migrated, with the queue started. */
export async function openTestDatabase(kind: Database["kind"]): Promise<Database> {
  const db = await openDatabase(
    kind === "postgres"
      ? { databaseUrl: await newPostgresDatabase(), dataDir: null }
      : { databaseUrl: null, dataDir: newDataDir() },
  );
  await startQueue(db);
  return db;
}

export async function closeTestDatabase(db: Database): Promise<void> {
  await db.boss.stop({ graceful: true, timeout: 60_000 });
  await db.close();
}

/** Runs the same tests on both databases; `db()` is the open one, shared by the suite. */
export function onEachDatabase(tests: (db: () => Database, kind: Database["kind"]) => void): void {
  describe.each(kinds)("on %s", (kind) => {
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

/** Whether somebody in this database waits for a lock that another transaction holds (PostgreSQL). */
export async function lockIsWaitedFor(tx: Transaction): Promise<boolean> {
  // Within a transaction the first look at pg_stat_activity is kept: asked too early it would stay "no" for good.
  await tx.$executeRaw`SELECT pg_stat_clear_snapshot()`;
  const waiting = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE "wait_event_type" = 'Lock' AND "datname" = current_database()`;
  return waiting.length > 0;
}
