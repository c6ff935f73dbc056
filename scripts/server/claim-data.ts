import path from "node:path";
import type { Env } from "@/lib/env";
import { claim } from "../prepare/claim.mjs";
import { Refusal } from "../prepare/refusal.mjs";

/**
 * The built-in database belongs to one process: a second one would destroy it.
 * @returns gives the folder free again
 */
export function claimData({ databaseUrl, dataDir }: Pick<Env, "databaseUrl" | "dataDir">): () => void {
  if (databaseUrl) return () => {};
  const { holder, release } = claim(path.join(dataDir, "in-use-by"));
  if (release) return release;
  throw new Refusal(
    `Latchkey is running already (process ${holder}) with the data in ${dataDir}.\n` +
      "Stop it first, or give this one a folder of its own: DATA_DIR=./other-data",
  );
}
