import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { program } from "@/scripts/prepare/prepare.mjs";
import { newDataDir } from "@/tests/support/database";

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
});

/** Not by startApp: it reads both outputs to the end. */
async function startServer() {
  const environment = { PORT: "0", HOST: "127.0.0.1", DATA_DIR: newDataDir(), DATABASE_URL: "", LOG_LEVEL: "info" };
  const server = spawn(process.execPath, [program("serve")], {
    env: { ...process.env, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = server;
  server.stderr.resume();
  let screen = "";
  for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
    screen += chunk;
    if (screen.includes("Stop with Ctrl-C")) break;
  }
  return { server, baseUrl: /ready at (\S+)/.exec(screen)![1]! };
}

test("the server goes on and stops on SIGTERM when nobody reads its output", async () => {
  const { server, baseUrl } = await startServer();
  server.stdout.destroy();
  server.stderr.destroy();
  // Refused, with a line in the log.
  const headers = { "Next-Action": "0".repeat(42), "Content-Type": "text/plain" };
  await fetch(`${baseUrl}/sign-in`, { method: "POST", headers, body: "[]" });
  expect(await (await fetch(`${baseUrl}/api/health`)).json()).toEqual({ ok: true });
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});
