import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "@/lib/db";
import { applyMigrations } from "@/lib/migrate";

// Runs in a thread: lib/migrate-in-thread.ts starts it and waits for the names of the applied migrations.
const database = await openDatabase(workerData);
try {
  parentPort!.postMessage(await applyMigrations(database));
} finally {
  await database.close();
}
