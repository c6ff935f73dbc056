import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * One folder for all that a run writes, removed at its end: the processes of the test files are ended without a chance to
 * clean up. They inherit TMPDIR.
 */
export default function setup() {
  if (process.env.LATCHKEY_TESTS) return;
  const folder = mkdtempSync(path.join(tmpdir(), "latchkey-tests-"));
  // PostgreSQL and Prosody run as other users than root, in folders of theirs below.
  chmodSync(folder, 0o755);
  process.env.LATCHKEY_TESTS = folder;
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
