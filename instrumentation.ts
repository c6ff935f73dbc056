/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { parseEnv } = await import("@/lib/env");
  const { startRuntime } = await import("@/lib/runtime");
  await startRuntime(parseEnv(process.env), "web");
}
