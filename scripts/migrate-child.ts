import { openDatabase } from "@/lib/db";
import { parseEnv } from "@/lib/env";
import { applyMigrations } from "@/lib/migrate";
import { claimMigration } from "./server/claim-data";
import { main } from "./server/main";

// Started by lib/migrate-in-child.ts, which waits for the names of the applied migrations.
main(async () => {
  process.on("disconnect", () => process.exit(1));
  const env = parseEnv(process.env);
  const release = claimMigration(env);
  const database = await openDatabase(env);
  const applied = await applyMigrations(database);
  await database.close();
  release();
  process.send!(applied, () => process.exit(0));
});
