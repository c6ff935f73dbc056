import { openDatabase } from "@/lib/db";
import { parseEnv } from "@/lib/env";
import { applyMigrations } from "@/lib/migrate";
import { claimMigration } from "./server/claim-data";
import { main } from "./server/main";

// Started by lib/migrate-in-child.ts, which waits for the names of the applied migrations.
// A migration that began is finished, also when the server is stopped: a half one has to be repaired by hand.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

main(async () => {
  const env = parseEnv(process.env);
  const release = claimMigration(env);
  if (!process.connected) {
    // The server was killed before the claim, so another one may have the data.
    release();
    process.exit(1);
  }
  const database = await openDatabase(env);
  const applied = await applyMigrations(database);
  await database.close();
  release();
  if (!process.connected) process.exit(0);
  process.send!(applied, () => process.exit(0));
});
