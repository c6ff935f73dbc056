import { spawn } from "node:child_process";

export type ProsodyProcess = { log(): string; stop(): Promise<void> };

const longestStartMs = 20_000;

/**
 * Starts Prosody and resolves once it listens. Hosts are loaded before it answers the first connection, so nobody
 * needs to wait any longer than that. Rejects with everything it printed.
 */
export async function runProsody({
  configFile,
  port,
  user,
}: {
  configFile: string;
  port: number;
  user: { uid?: number; gid?: number };
}): Promise<ProsodyProcess> {
  const child = spawn("prosody", ["--config", configFile, "-F"], { ...user, stdio: ["ignore", "pipe", "pipe"] });
  const endWithTests = () => child.kill("SIGKILL");
  process.once("exit", endWithTests);

  let printed = "";
  const exited = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      printed += `${error}\n`;
      resolve();
    });
    child.once("exit", () => resolve());
  }).then(() => process.removeListener("exit", endWithTests));

  const listening = new Promise<void>((resolve) => {
    const read = (text: string) => {
      printed += text;
      if (printed.includes(`Activated service 'http' on [127.0.0.1]:${port}`)) resolve();
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
  });

  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  const failed = await firstOf(listening, exited);
  if (failed) {
    await stop();
    throw new Error(`Prosody ${failed}. It printed:\n${printed}`);
  }
  return { log: () => printed, stop };
}

async function firstOf(listening: Promise<void>, exited: Promise<unknown>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("did not listen in time"), longestStartMs);
  });
  const outcome = await Promise.race([listening.then(() => null), exited.then(() => "ended at once"), late]);
  clearTimeout(timer);
  return outcome;
}
