import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { type Database, openDatabase } from "@/lib/db";
import { applyMigrations } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";
import { startPostgres } from "./postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PostgreSQL cluster with a migrated database called `template`. */
    postgresUrl: string;
    /** A DATA_DIR with a migrated PGlite. */
    pgliteTemplate: string;
  }
}

// Each project sets up with a copy of this module of its own, in one process. There the migration engine can be loaded only
// once, and one cluster does for all.
const slot = globalThis as { latchkeyDatabases?: ReturnType<typeof startDatabases> };

/** One PostgreSQL cluster for the run, and in each kind of database a migrated one that every file copies. */
export default async function setup(project: TestProject) {
  slot.latchkeyDatabases ??= startDatabases();
  const { cluster, pgliteTemplate } = await slot.latchkeyDatabases;
  project.provide("postgresUrl", cluster.url("postgres"));
  project.provide("pgliteTemplate", pgliteTemplate);
  // All projects are taken down together, when the last test has run.
  return () => cluster.stop();
}

async function startDatabases() {
  const cluster = await startPostgres();
  const pgliteTemplate = mkdtempSync(path.join(tmpdir(), "latchkey-template-"));
  await migrate(await openDatabase({ databaseUrl: await cluster.createDatabase("template"), dataDir: null }));
  await migrate(await openDatabase({ databaseUrl: null, dataDir: pgliteTemplate }));
  return { cluster, pgliteTemplate };
}

async function migrate(db: Database) {
  await applyMigrations(db);
  await startQueue(db);
  await db.boss.stop({ graceful: false });
  await db.close();
}
