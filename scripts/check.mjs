// npm run check: format and lint, types, structure, unused code. All of them run, side by side, whichever fails.
import { spawn } from "node:child_process";
import path from "node:path";
import { text } from "node:stream/consumers";
import { prepare, root } from "./prepare/prepare.mjs";
import { exitInWords } from "./prepare/refusal.mjs";

const checks = [
  ["Format and lint", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
  ["Types", "node_modules/typescript/bin/tsc", "--noEmit"],
  ["Structure", "scripts/check-structure.mjs"],
  ["Unused code", "node_modules/knip/bin/knip.js"],
];

async function run([name, program, ...args]) {
  const child = spawn(process.execPath, [path.join(root, program), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  process.stdout.write(`  ${name}: ${code === 0 ? "fine" : `not fine\n\n${out}${err}`}\n`);
  return code === 0;
}

await prepare({ build: false }).catch(exitInWords);
const fine = await Promise.all(checks.map(run));
process.exit(fine.every(Boolean) ? 0 : 1);
