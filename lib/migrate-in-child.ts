import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { type Database, databaseExists, openDatabase } from "@/lib/db";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import { hasAllMigrations, UnusableDatabaseError } from "@/lib/missing-migrations";

type Place = Pick<Env, "databaseUrl" | "dataDir">;

/**
 * Opens the database with all migrations applied. A child process applies them, because a process never gives back the
 * memory of Prisma's migration engine. A thread does not either (docs/decisions/022).
 */
export async function openMigratedDatabase(place: Place): Promise<Database> {
  if (databaseExists(place)) {
    const database = await openDatabase(place);
    if (await hasAllMigrations(database)) return database;
    // PGlite opens its folder once at a time.
    await database.close();
  }
  for (const name of await migrateInChild(place)) log.info("migration applied", { name });
  return openDatabase(place);
}

async function migrateInChild({ databaseUrl, dataDir }: Place): Promise<string[]> {
  // Compiled by scripts/compile.mjs. Next would bundle it.
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), ".cache/programs/migrate-child.mjs");
  const env = { ...process.env, DATABASE_URL: databaseUrl ?? "", DATA_DIR: dataDir };
  const child = fork(/* turbopackIgnore: true */ program, { env, execArgv: [] });
  let applied: string[] | null = null;
  child.once("message", (names) => {
    applied = names as string[];
  });
  const [code, signal] = await once(child, "close");
  if (!applied) throw new UnusableDatabaseError(`The migrations were not applied (${signal ?? code}).`);
  return applied;
}
