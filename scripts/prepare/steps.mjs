import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Refusal } from "./refusal.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs a program to its end, and shows that it runs and how long it took. What it prints is shown only when it fails.
 * @param {string} title
 * @param {string[]} command
 * @param {Record<string, string>} [environment] added to the process's own
 */
export async function step(title, command, environment = {}) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const { isTTY } = process.stdout;
  const show = (/** @type {string} */ words) => process.stdout.write(`${isTTY ? "\r" : ""}  ${title} … ${words}`);
  show("");
  const clock = isTTY ? setInterval(() => show(seconds()), 200) : undefined;
  const result = await run(command, environment);
  clearInterval(clock);
  const outcome = `${result.ok ? "done in" : "failed after"} ${seconds()}\n`;
  if (isTTY) show(outcome);
  else process.stdout.write(outcome);
  if (!result.ok) throw new Refusal(`${title} failed (${result.end}):\n\n${result.printed.trim()}`);
}

/** @returns {Promise<{ ok: boolean, end: string, printed: string }>} */
function run([program, ...args], environment) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
      // npm is a batch file there.
      shell: process.platform === "win32" && program === "npm",
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        printed += text;
      });
    }
    child.once("error", (error) => resolve({ ok: false, end: error.message, printed }));
    child.once("close", (code, signal) => resolve({ ok: code === 0, end: signal ?? `exit code ${code}`, printed }));
  });
}

/** npm, the same as called us when one did. */
export function npm() {
  const caller = process.env.npm_execpath;
  return caller?.endsWith(".js") ? [process.execPath, caller] : ["npm"];
}
