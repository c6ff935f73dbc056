import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * Whether node_modules holds what package-lock.json asks for, and nothing else. npm writes its own list as the last thing it does, so
 * this is right after `npm ci`, after an `npm install` by hand, and after either was broken off.
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const present = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted) throw new Error("package-lock.json is missing");
  if (!present) return false;
  if (Object.keys(present).some((name) => !wanted[name])) return false;
  return Object.entries(wanted).every(([name, { version, integrity, optional }]) => {
    if (name === "") return true;
    // Those for another system or processor stay out.
    if (!present[name]) return optional === true;
    return present[name].version === version && present[name].integrity === integrity;
  });
}

/** @returns {Record<string, { version: string, integrity?: string, optional?: boolean }> | null} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
