import { spawn } from "node:child_process";
import { oneAtATime } from "./lib/one-at-a-time.mjs";
import { buildApp, generateClient, installDependencies, nodeProblem, root } from "./lib/steps.mjs";

// npm start, npm run dev, npm run worker, npm run migrate: prepares what is missing or stale, then runs the program.
// Arguments: the script to run, and its own.

const [program = "serve.ts", ...args] = process.argv.slice(2);
const needsBuild = program === "serve.ts" && !args.includes("--dev");

function prepare() {
  const problem = nodeProblem();
  if (problem) throw new Error(problem);
  const release = oneAtATime(root);
  installDependencies();
  generateClient();
  if (needsBuild) buildApp();
  release();
}

try {
  prepare();
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...(needsBuild ? { NODE_ENV: "production" } : {}) };
const child = spawn(process.execPath, ["--import", "tsx", `scripts/${program}`, ...args], {
  cwd: root,
  stdio: "inherit",
  env,
});
// Ctrl-C reaches the child through the terminal; a signal sent to this process alone has to be handed on.
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 137 : 1)));
