import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Claims something for this process by a file that names it. The claim of a process that is gone (killed, power cut)
 * is taken over.
 * @param {string} file
 * @returns {{ holder: number, release: null } | { holder: null, release: () => void }} the process that holds it, or how to give it free
 */
export function claim(file) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const mine = `${process.pid} ${startOf(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        // Atomic, unlike looking first and writing then.
        linkSync(draft, file);
        return { holder: null, release: () => rmSync(file, { force: true }) };
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      const holder = holderOf(file);
      if (holder) return { holder, release: null };
      takeAway(file, draft);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The running process that a claim names, if there is one.
 * @param {string} file
 * @returns {number | null}
 */
export function holderOf(file) {
  const [pid, start] = (read(file) ?? "").split(/ (.*)/s);
  return start && startOf(Number(pid)) === start ? Number(pid) : null;
}

/** Moved first and looked at again: somebody else may have put a claim of their own there meanwhile. */
function takeAway(file, draft) {
  const away = `${draft}.old`;
  try {
    renameSync(file, away);
    if (holderOf(away)) linkSync(away, file);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(away, { force: true });
  }
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * When a process was started, in the system's own words; null when there is none. The number alone would not do: it is
 * given away again, and after a restart of the machine or container to something else.
 */
function startOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  if (process.platform === "win32") return "running";
  if (process.platform !== "linux") {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  }
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  // The name in the second field may hold spaces and brackets; the state is the third field, the start the 22nd.
  const fields = read(`/proc/${pid}/stat`)?.split(/\) /).at(-1)?.split(" ");
  // Ended, and not yet noticed by its parent.
  const isGone = fields?.[0] === "Z" || fields?.[0] === "X";
  return fields?.[19] && !isGone ? `${boot} ${fields[19]}` : null;
}
