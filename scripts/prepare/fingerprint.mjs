import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Changes with the name or content of any file. Content and not times: after `git pull` or a clone, times say nothing.
 * @param {string} root
 * @param {string[]} entries files and folders in it; one that does not exist counts as absent
 * @param {(file: string) => boolean} [ignore] by path from the root
 */
export function fingerprint(root, entries, ignore = () => false) {
  const hash = createHash("sha256");
  const add = (file) => {
    if (ignore(file)) return;
    const full = path.join(root, file);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${file}/${name}`);
      return;
    }
    const content = readFileSync(full);
    hash.update(`${file}\0${content.length}\0`).update(content);
  };
  for (const entry of entries) add(entry);
  return hash.digest("hex");
}
