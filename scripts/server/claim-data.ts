import path from "node:path";
import type { Env } from "@/lib/env";
import { claim, holderOf } from "../prepare/claim.mjs";
import { Refusal } from "../prepare/refusal.mjs";

type Place = Pick<Env, "databaseUrl" | "dataDir">;

const migrationFile = (dataDir: string) => path.join(dataDir, "in-migration-by");

/**
 * The built-in database belongs to one process: a second one would destroy it.
 * @returns gives the folder free again
 */
export function claimData({ databaseUrl, dataDir }: Place): () => void {
  if (databaseUrl) return () => {};
  const { holder, release } = claim(path.join(dataDir, "in-use-by"));
  if (!release) throw refusal(holder, dataDir);
  const migrating = holderOf(migrationFile(dataDir));
  if (migrating === null) return release;
  release();
  throw refusal(migrating, dataDir);
}

/** For the child process that migrates. It may live a moment longer than a server that was killed. */
export function claimMigration({ databaseUrl, dataDir }: Place): () => void {
  if (databaseUrl) return () => {};
  const { holder, release } = claim(migrationFile(dataDir));
  if (!release) throw refusal(holder, dataDir);
  return release;
}

const refusal = (holder: number, dataDir: string) =>
  new Refusal(
    `Latchkey is running already (process ${holder}) with the data in ${dataDir}.\n` +
      "Stop it first, or give this one a folder of its own: DATA_DIR=./other-data",
  );
