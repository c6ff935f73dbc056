import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { root } from "@/scripts/prepare/prepare.mjs";

export type Server = {
  /** A few requests, the same for every server. */
  visit(): Promise<void>;
  /** Once it no longer falls. */
  settledMiB(): Promise<number>;
  peakMiB(): number;
  stop(): Promise<void>;
};

const visits = 5;
const pauseMs = 500;
/** So many looks in turn without a lower value. */
const enoughLooks = 20;
const maxLooks = 120;

/** As `npm start` does, with the same options. */
export const startOurs = (environment: Record<string, string>): Promise<Server> => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const args = scripts.start.replace("exec node ", "").split(" ");
  const settings = { ...environment, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "error" };
  return start(args, root, settings, /ready at (\S+)/);
};

export const startEmpty = (folder: string, port: number): Promise<Server> => {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  return start([next, "start", "-H", "127.0.0.1", "-p", String(port)], folder, {}, /Local:\s+(\S+)[\s\S]*Ready/);
};

async function start(args: string[], cwd: string, env: Record<string, string>, ready: RegExp): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const baseUrl = await readyAt(child, ready);
  const pid = child.pid!;
  return {
    async visit() {
      for (let i = 0; i < visits; i++)
        for (const page of ["/", "/sign-in"]) await (await fetch(`${baseUrl}${page}`)).text();
    },
    async settledMiB() {
      let lowest = Number.POSITIVE_INFINITY;
      for (let looks = 0, unchanged = 0; looks < maxLooks && unchanged < enoughLooks; looks++) {
        const now = mebibytes(pid, "VmRSS");
        unchanged = now < lowest ? 0 : unchanged + 1;
        lowest = Math.min(lowest, now);
        await setTimeout(pauseMs);
      }
      return mebibytes(pid, "VmRSS");
    },
    peakMiB: () => mebibytes(pid, "VmHWM"),
    async stop() {
      const ended = once(child, "close");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function readyAt(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout!.setEncoding("utf8").on("data", (text) => {
      printed += text;
      const url = ready.exec(printed)?.[1];
      if (url) resolve(url);
    });
    child.once("close", (code) => reject(new Error(`A server ended with ${code}:\n${printed}`)));
  });
}

/** Of the process and those that it started. */
function mebibytes(pid: number, line: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const own = Number(new RegExp(`^${line}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return children.reduce((sum, child) => sum + mebibytes(Number(child), line), own);
}
