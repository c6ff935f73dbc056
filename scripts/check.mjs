// npm run check: format and lint, types, structure, unused code. All of them run, whichever fails.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { prepare, root } from "./prepare/prepare.mjs";
import { exitInWords } from "./prepare/refusal.mjs";

const checks = [
  ["Format and lint", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
  ["Types", "node_modules/typescript/bin/tsc", "--noEmit"],
  ["Structure", "scripts/check-structure.mjs"],
  ["Unused code", "node_modules/knip/bin/knip.js"],
];

await prepare({ build: false }).catch(exitInWords);
let failed = 0;
for (const [name, program, ...args] of checks) {
  const result = spawnSync(process.execPath, [path.join(root, program), ...args], { cwd: root, encoding: "utf8" });
  const ok = result.status === 0;
  if (!ok) failed++;
  process.stdout.write(`  ${name}: ${ok ? "fine" : `not fine\n\n${result.stdout}${result.stderr}`}\n`);
}
process.exit(failed > 0 ? 1 : 0);
