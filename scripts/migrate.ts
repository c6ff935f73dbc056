import { openDatabase } from "@/lib/db";
import { EnvironmentError, loadEnvFile, parseEnv } from "@/lib/env";
import { applyMigrations } from "@/lib/migrate";
import { claimDataDir } from "./lib/claim-data-dir";
import { Refusal } from "./lib/refusal";

// Applies migrations and nothing else, for operators who do that before they roll out. Starting does it as well.

async function migrate(): Promise<void> {
  loadEnvFile();
  const env = parseEnv(process.env);
  const release = env.databaseUrl ? () => {} : claimDataDir(env.dataDir);
  const db = await openDatabase(env);
  const names = await applyMigrations(db);
  await db.close();
  release();
  process.stdout.write(names.length > 0 ? `  Applied: ${names.join(", ")}\n` : "  The database is up to date.\n");
}

migrate().catch((error: Error) => {
  console.error(error instanceof EnvironmentError || error instanceof Refusal ? `\n${error.message}\n` : error);
  process.exit(1);
});
