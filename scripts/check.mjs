import { spawnSync } from "node:child_process";
import { generateClient, installDependencies, root } from "./lib/steps.mjs";

// npm run check: format and lint, types, structure, unused code. All of them run, whichever fails.

installDependencies();
generateClient();

const checks = [
  ["Format and lint", "node_modules/.bin/biome", ["check", "--error-on-warnings"]],
  ["Types", "node_modules/.bin/tsc", ["--noEmit"]],
  ["Structure", process.execPath, ["scripts/check-structure.mjs"]],
  ["Unused code", "node_modules/.bin/knip", []],
];

let failed = 0;
for (const [name, command, args] of checks) {
  const result = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  const ok = result.status === 0;
  if (!ok) failed++;
  process.stdout.write(`  ${name}: ${ok ? "fine" : "not fine"}\n${ok ? "" : `${result.stdout}${result.stderr}\n`}`);
}
process.exit(failed > 0 ? 1 : 0);
