import { fork } from "node:child_process";
import { once } from "node:events";
import type { Figure } from "@/bench/measure";
import { parts } from "@/bench/parts";
import { program } from "@/scripts/prepare/prepare.mjs";
import { postgresBin, startPostgres } from "@/tests/support/postgres";

// npm run bench [-- --json] [-- --only deliver]: each figure beside its baseline from the same run, on both databases where
// PostgreSQL's programs are installed. Absolute times say little on a shared machine, ratios say more.

const asJson = process.argv.includes("--json");
const only = process.argv.includes("--only") ? (process.argv[process.argv.indexOf("--only") + 1] ?? "") : "";
const chosen = Object.keys(parts).filter((part) => part.includes(only));
if (chosen.length === 0) {
  process.stderr.write(`--only ${only} fits none of ${Object.keys(parts).join(", ")}\n`);
  process.exit(1);
}

async function measure(part: string, databaseUrl: string | null): Promise<Figure[]> {
  const child = fork(program("bench-part"), databaseUrl ? [part, databaseUrl] : [part]);
  let figures: Figure[] | null = null;
  child.once("message", (found) => {
    figures = found as Figure[];
  });
  const [code] = await once(child, "close");
  if (!figures) throw new Error(`${part} ended with ${code} and without a figure`);
  return figures;
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
const cluster = postgresBin() ? await startPostgres({ durable: true }) : null;
const figures: Figure[] = [];
for (const kind of cluster ? (["pglite", "postgres"] as const) : (["pglite"] as const)) {
  for (const [i, part] of chosen.entries()) {
    const databaseUrl = kind === "postgres" ? await cluster!.createDatabase(`bench_${i}`) : null;
    const found = await measure(part, databaseUrl);
    figures.push(...found);
    if (!asJson) for (const figure of found) process.stdout.write(`${line(figure)}\n`);
  }
}
await cluster?.stop();
if (asJson) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
process.exit(0);
