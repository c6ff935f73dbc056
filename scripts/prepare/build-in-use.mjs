import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { claim, holderOf } from "./claim.mjs";

const folder = (/** @type {string} */ root) => path.join(root, ".cache", "servers");

/**
 * Says that this process serves from the build, so that nobody replaces it meanwhile.
 * @param {string} root
 */
export function holdBuild(root) {
  return claim(path.join(folder(root), String(process.pid))).release ?? (() => {});
}

/**
 * The running processes that serve from the build.
 * @param {string} root
 */
export function serversOnBuild(root) {
  const names = existsSync(folder(root)) ? readdirSync(folder(root)) : [];
  return names.map((name) => holderOf(path.join(folder(root), name))).filter((pid) => pid !== null);
}
