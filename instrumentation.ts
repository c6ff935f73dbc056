import type { Instrumentation } from "next";
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
  const { startRuntime } = await import("@/lib/start/start-runtime");
  return startRuntime(parseEnv(process.env), "web");
}

/** Next prints what was thrown as text; this is the line that can be found by the reference on the error page. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  { path, method, headers },
  { routeType },
) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/log");
  const { isBadInput } = await import("@/lib/bad-input");
  const asked = { path: path.split("?")[0], method, routeType, requestId: headers["x-request-id"] };
  const message = error instanceof Error ? error.message : "";
  if (isBadInput(message)) return log.warn("request refused", { ...asked, why: message });
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  log.error("request failed", { digest, ...asked, error });
};
