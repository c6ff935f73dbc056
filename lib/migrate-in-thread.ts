import { once } from "node:events";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { type Database, databaseExists, openDatabase } from "@/lib/db";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import { hasAllMigrations } from "@/lib/missing-migrations";

/**
 * Opens the database with all migrations applied. They run in a thread that ends, because a process never gives back
 * the memory of Prisma's migration engine.
 */
export async function openMigratedDatabase(env: Pick<Env, "databaseUrl" | "dataDir">): Promise<Database> {
  if (databaseExists(env)) {
    const database = await openDatabase(env);
    if (await hasAllMigrations(database)) return database;
    // PGlite opens its folder once at a time.
    await database.close();
  }
  for (const name of await migrateInThread(env)) log.info("migration applied", { name });
  return openDatabase(env);
}

async function migrateInThread({ databaseUrl, dataDir }: Pick<Env, "databaseUrl" | "dataDir">): Promise<string[]> {
  // Compiled by scripts/compile.mjs.
  const program = path.join(process.cwd(), ".cache/programs/migrate-thread.mjs");
  const thread = new Worker(program, { workerData: { databaseUrl, dataDir } });
  const ended = once(thread, "exit");
  const [applied] = (await once(thread, "message")) as [string[]];
  await ended;
  return applied;
}
