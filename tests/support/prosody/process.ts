import { spawn } from "node:child_process";

export type ProsodyProcess = { log(): string; stop(): Promise<void> };
type Start = { configFile: string; port: number; user: { uid?: number; gid?: number } };

const maxStartMs = 300_000;

/** Starts Prosody and resolves once everything is loaded and listens. Rejects with all that it printed. */
export async function runProsody({ configFile, port, user }: Start): Promise<ProsodyProcess> {
  const child = spawn("prosody", ["--config", configFile, "-F"], { ...user, stdio: ["ignore", "pipe", "pipe"] });
  const endWithTests = () => child.kill("SIGKILL");
  process.once("exit", endWithTests);

  let printed = "";
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      printed += `${error}\n`;
      resolve();
    });
    child.once("close", () => resolve());
  }).then(() => process.removeListener("exit", endWithTests));
  const started = new Promise<void>((resolve) => {
    const read = (text: string) => {
      printed += text;
      if (printed.includes("Server started")) resolve();
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
  });

  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const fault = (await faultOf(started, ended)) ?? faultIn(printed, port);
  if (fault) {
    await stop();
    throw new Error(`Prosody ${fault}. It printed:\n${printed}`);
  }
  return { log: () => printed, stop };
}

async function faultOf(started: Promise<void>, ended: Promise<unknown>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("did not start in time"), maxStartMs);
  });
  const fault = await Promise.race([started.then(() => null), ended.then(() => "ended at once"), late]);
  clearTimeout(timer);
  return fault;
}

/** A plug-in that did not load leaves a door open, and Prosody goes on without it. */
function faultIn(printed: string, port: number): string | null {
  if (/^modulemanager\s+error/m.test(printed)) return "could not load a module";
  return printed.includes(`'http' on [127.0.0.1]:${port}`) ? null : `does not listen on port ${port}`;
}
