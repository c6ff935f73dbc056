import type { TestProject } from "vitest/node";
import { openDatabase } from "@/lib/db";
import { applyMigrations } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";
import { startPostgres } from "./postgres";

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One cluster for all files of a project, and in it a migrated database that every file copies. */
export default async function setup(project: TestProject) {
  const cluster = await startPostgres();
  const db = await openDatabase({ databaseUrl: await cluster.createDatabase("template"), dataDir: null });
  await applyMigrations(db);
  await startQueue(db);
  await db.boss.stop({ graceful: false });
  await db.close();
  project.provide("postgresUrl", cluster.url("postgres"));
  return () => cluster.stop();
}
