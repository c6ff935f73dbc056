import { benchDeliver } from "@/bench/deliver";
import { benchList } from "@/bench/list";
import type { Figure } from "@/bench/measure";
import { benchSave } from "@/bench/save";
import { type Database, openDatabase } from "@/lib/db";
import { setLogLevel } from "@/lib/log";
import { applyMigrations } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";
import { postgresBin, startPostgres } from "@/tests/support/postgres";

// npm run bench [-- --json]: each figure beside its baseline from the same run, on both databases where PostgreSQL's
// programs are installed. Absolute times say little on a shared machine, ratios say more.

const asJson = process.argv.includes("--json");
setLogLevel("error");

const cluster = postgresBin() ? await startPostgres({ durable: true }) : null;
const figures: Figure[] = [];
let databases = 0;

async function on(kind: Database["kind"], bench: (db: Database) => Promise<Figure | Figure[]>) {
  const databaseUrl = kind === "postgres" ? await cluster!.createDatabase(`bench_${++databases}`) : null;
  const db = await openDatabase({ databaseUrl, dataDir: null });
  await applyMigrations(db);
  await startQueue(db);
  const found = [await bench(db)].flat();
  await db.boss.stop({ graceful: true, timeout: 10_000 });
  await db.close();
  figures.push(...found);
  if (!asJson) for (const figure of found) process.stdout.write(`${line(figure)}\n`);
}

const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : 0 });

function line({ name, value, unit, baseline, ratio, target, met }: Figure): string {
  return `${name.padEnd(78)} ${`${number(value)} ${unit}`.padStart(11)} ${`${number(baseline)} ${unit}`.padStart(11)} ${ratio.toFixed(2).padStart(7)}  ${target.padEnd(13)} ${met ? "met" : "NOT MET"}`;
}

if (!asJson) {
  process.stdout.write(
    `${"figure".padEnd(78)} ${"value".padStart(11)} ${"baseline".padStart(11)} ${"ratio".padStart(7)}  target\n`,
  );
}
for (const kind of cluster ? (["pglite", "postgres"] as const) : (["pglite"] as const)) {
  await on(kind, benchSave);
  await on(kind, (db) => benchDeliver(db, 0, 0.5));
  await on(kind, (db) => benchDeliver(db, 25, 0.9));
  await on(kind, benchList);
}
await cluster?.stop();
if (asJson) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
process.exit(0);
