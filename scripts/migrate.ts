import { openDatabase } from "@/lib/db";
import { loadEnvFile, parseEnv } from "@/lib/env";
import { applyMigrations } from "@/lib/migrate";
import { claimData } from "./server/claim-data";
import { main } from "./server/main";

// Applies migrations and nothing else: for a deployment that does it before the new version starts.
main(async () => {
  loadEnvFile();
  const env = parseEnv(process.env);
  const release = claimData(env);
  const database = await openDatabase(env);
  try {
    const applied = await applyMigrations(database);
    const words = applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.";
    process.stdout.write(`  ${words}\n`);
  } finally {
    await database.close();
    release();
  }
});
