import { mkdtempSync, rmSync } from "node:fs";
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

/** For all files of a project: a PostgreSQL cluster, and one migrated database of each kind that every file copies. */
export default async function setup(project: TestProject) {
  const cluster = await startPostgres();
  const pgliteTemplate = mkdtempSync(path.join(tmpdir(), "latchkey-template-"));
  const templates = [
    { databaseUrl: await cluster.createDatabase("template"), dataDir: null },
    { databaseUrl: null, dataDir: pgliteTemplate },
  ];
  await Promise.all(templates.map(async (options) => migrate(await openDatabase(options))));
  project.provide("postgresUrl", cluster.url("postgres"));
  project.provide("pgliteTemplate", pgliteTemplate);
  return async () => {
    rmSync(pgliteTemplate, { recursive: true, force: true });
    await cluster.stop();
  };
}

async function migrate(db: Database) {
  await applyMigrations(db);
  await startQueue(db);
  await db.boss.stop({ graceful: false });
  await db.close();
}
