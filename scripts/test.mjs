// npm test: everything. npm run test:unit and the like: one part. npm run test:node24: unit and integration on Node 24.
// More arguments go to vitest.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { prepare, root } from "./prepare/prepare.mjs";
import { provideTestServices } from "./prepare/test-services.mjs";

const parts = ["unit", "integration", "e2e"];
const [part, ...rest] = process.argv.slice(2);
const onNode24 = part === "node24";
const all = part === undefined;
const projects = all ? parts : onNode24 ? ["unit", "integration"] : [part];

function run(command) {
  const [program, ...args] = command;
  const env = { ...process.env, TZ: "Asia/Kathmandu", NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "test" };
  const { status } = spawnSync(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env });
  // Killed, or not found: it had no chance to say how it ended.
  if (status === null) giveUp();
  return status === 0;
}

/** Not one test has run then; the closing line says so in the form of the others. */
function giveUp() {
  process.stdout.write("\n0 passed, 1 failed, 0 skipped\n");
  process.exit(1);
}

// It takes seconds, and needs no build.
if (all && !run([process.execPath, path.join(root, "scripts/check.mjs")])) giveUp();

const withServers = projects.some((project) => project !== "unit");
try {
  // The integration tests start the built app as well.
  await prepare({ build: withServers });
  if (withServers) provideTestServices();
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  giveUp();
}

const vitest = [path.join(root, "node_modules/vitest/vitest.mjs"), "run"];
for (const project of projects) vitest.push("--project", project);
const node = onNode24 ? ["npx", "-y", "node@24"] : [process.execPath];
process.exit(run([...node, ...vitest, ...rest]) ? 0 : 1);
