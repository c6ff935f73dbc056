import { spawn } from "node:child_process";
import { connect } from "node:net";

export type ServerProcess = { printed(): string; stop(): Promise<void> };

/** Starts a server in the foreground and resolves when its ports answer. Rejects with all that it printed. */
export async function startServer(
  name: string,
  [program, ...args]: [string, ...string[]],
  ports: number[],
): Promise<ServerProcess> {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  const endWithTests = () => child.kill("SIGTERM");
  process.once("exit", endWithTests);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
  }
  let running = true;
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      printed += `${error}\n`;
      resolve();
    });
    child.once("exit", () => resolve());
  }).then(() => {
    running = false;
    process.removeListener("exit", endWithTests);
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const deadline = performance.now() + maxStartMs;
  for (const port of ports) {
    while (!(await answers(port))) {
      if (running && performance.now() < deadline) continue;
      await stop();
      throw new Error(`${name} did not start. It printed:\n${printed}`);
    }
  }
  return { printed: () => printed, stop };
}

const maxStartMs = 300_000;

/** Resolves with false after a moment, so that asking again does not spin. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => setTimeout(() => resolve(false), 50));
  });
}
