import { spawnSync } from "node:child_process";
import path from "node:path";
import { buildApp, generateClient, installDependencies, nodeProblem, root } from "./lib/steps.mjs";
import { provideTestServices } from "./lib/test-services.mjs";

// npm test: everything. npm run test:unit and the like: one part (more arguments go to vitest). --node24: without a browser, on Node 24.

const args = process.argv.slice(2);
const onNode24 = args[0] === "--node24";
const parts = ["unit", "integration", "e2e"];
const part = parts.includes(args[0]) ? args[0] : null;
const rest = args.slice(onNode24 || part ? 1 : 0);
const projects = onNode24 ? ["unit", "integration"] : part ? [part] : parts;

function prepare() {
  const problem = nodeProblem();
  if (problem) throw new Error(problem);
  installDependencies();
  generateClient();
  // The integration tests start the built app as well, to kill it.
  if (projects.some((project) => project !== "unit")) {
    provideTestServices();
    buildApp();
  }
}

function run(command, commandArgs) {
  const env = { ...process.env, TZ: "Asia/Kathmandu", NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "test" };
  return spawnSync(command, commandArgs, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}

try {
  prepare();
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.stdout.write("\n0 passed, 1 failed, 0 skipped\n");
  process.exit(1);
}

const wholeSuite = !part && !onNode24;
if (wholeSuite && !run(process.execPath, ["scripts/check.mjs"])) {
  process.stdout.write("\n0 passed, 1 failed, 0 skipped\n");
  process.exit(1);
}
const vitest = [
  path.join(root, "node_modules/vitest/vitest.mjs"),
  "run",
  ...projects.flatMap((name) => ["--project", name]),
  ...rest,
];
const ok = onNode24 ? run("npx", ["-y", "node@24", ...vitest]) : run(process.execPath, vitest);
process.exit(ok ? 0 : 1);
