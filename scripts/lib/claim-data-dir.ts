import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal";

/**
 * The built-in database belongs to one process: a second one would destroy it. The file says which; one that was left
 * by a process that is gone (killed, power cut) is taken over.
 * @returns gives the folder free again
 */
export function claimDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, "in-use-by");
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        // Atomic, unlike looking first and writing then.
        linkSync(mine, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const holder = Number(readFileSync(file, "utf8"));
      if (holder !== process.pid && isRunning(holder)) {
        throw new Refusal(
          `Latchkey is running already (process ${holder}) with the data in ${dataDir}.\nStop it first, or give this one a folder of its own: DATA_DIR=./other npm start`,
        );
      }
      rmSync(file, { force: true });
    }
    throw new Refusal(`The data in ${dataDir} was claimed by another process at the same moment. Try again.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** The number may have been given to something else since; then the file has to be removed by hand, which is the safe side. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
