import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { program } from "@/scripts/prepare/prepare.mjs";

export type AppOptions = { env?: Record<string, string>; dataDir?: string; script?: "serve" | "worker" };

/** Else a developer's own .env would decide what the tests talk to. An empty variable counts as given there, and as absent here. */
const nothingSet = Object.fromEntries(
  [
    "PUBLIC_URL",
    "DATABASE_URL",
    "APP_SECRET",
    "SMTP_URL",
    "MAIL_FROM",
    "IMAP_URL",
    "TRUST_PROXY",
    "WORKER",
    "LOG_LEVEL",
  ].map((name) => [name, ""]),
);
const maxStartMs = 300_000;

/** What an app with this DATA_DIR wrote: the screen and the log lines. */
const writtenTo = (dataDir: string) => `${dataDir}.log`;

/** The real program as a child process, as `npm start` runs it, on a free port with data of its own. */
export async function startApp({ env = {}, dataDir, script = "serve" }: AppOptions = {}) {
  const data = dataDir ?? mkdtempSync(path.join(tmpdir(), "latchkey-data-"));
  const child = spawn(process.execPath, [program(script)], {
    env: {
      ...process.env,
      ...nothingSet,
      NODE_ENV: "production",
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: data,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: string | Buffer) => appendFileSync(writtenTo(data), chunk);
  keep("");
  const written = () => readFileSync(writtenTo(data), "utf8");
  child.stderr.on("data", keep);
  const endWithTests = () => child.kill("SIGKILL");
  process.once("exit", endWithTests);
  // "close" and not "exit": what it wrote last has arrived then.
  const exited = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  exited.then(() => process.removeListener("exit", endWithTests));
  const ready = script === "worker" ? /worker is ready/ : /ready at (\S+)/;
  let tooLong: NodeJS.Timeout | undefined;
  const baseUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      keep(chunk);
      const match = ready.exec(output);
      if (match && output.includes("Stop with Ctrl-C")) resolve(match[1] ?? "");
    });
    const fail = (words: string) => reject(new Error(`The app ${words}\n${written()}`));
    exited.then((code) => fail(`ended with ${code}`));
    tooLong = setTimeout(() => {
      fail(`was not ready after ${maxStartMs} ms`);
      child.kill("SIGKILL");
    }, maxStartMs);
  }).finally(() => clearTimeout(tooLong));

  return {
    baseUrl,
    dataDir: data,
    pid: child.pid!,
    setupUrl: /http\S+\/setup\?\S+/.exec(output)?.[0] ?? null,
    written,
    exited,
    /** As Ctrl-C does; gives the exit code. */
    async stop() {
      child.kill("SIGTERM");
      return exited;
    },
    /** As a power cut does. */
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    removeData: () => rmSync(data, { recursive: true, force: true }),
  };
}

export type App = Awaited<ReturnType<typeof startApp>>;

/** An app of the run that several test files use at the same time. It goes on when they end. */
export function joinApp({ baseUrl, dataDir }: { baseUrl: string; dataDir: string }) {
  return { baseUrl, dataDir, written: () => readFileSync(writtenTo(dataDir), "utf8") };
}

export type JoinedApp = ReturnType<typeof joinApp>;
