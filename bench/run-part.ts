import { parts } from "@/bench/parts";
import { openDatabase } from "@/lib/db";
import { setLogLevel } from "@/lib/log";
import { applyMigrations } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";

// One part on one database, in a process of its own: what an earlier part left in memory is not counted with this one.
// Arguments: the part and the address of an empty PostgreSQL database; without one it runs on PGlite.
const [part, databaseUrl = null] = process.argv.slice(2);
setLogLevel("error");
const db = await openDatabase({ databaseUrl, dataDir: null });
await applyMigrations(db);
await startQueue(db);
const figures = await parts[part!]!(db, { databaseUrl });
await db.boss.stop({ graceful: true, timeout: 10_000 });
await db.close();
process.send?.(figures, () => process.exit(0));
