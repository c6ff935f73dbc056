import type { Runtime } from "@/lib/runtime";

/** Where scripts/serve.ts waits: Next itself neither waits for the start in production nor ends when it fails. */
type Waiting = { latchkeyStarting?: (started: Promise<Runtime>) => void };

/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const started = start();
  (globalThis as Waiting).latchkeyStarting?.(started);
  await started.catch(() => {});
}

async function start(): Promise<Runtime> {
  const { parseEnv } = await import("@/lib/env");
  const { startRuntime } = await import("@/lib/runtime");
  return startRuntime(parseEnv(process.env), "web");
}
