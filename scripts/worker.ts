import { EnvironmentError, loadEnvFile, parseEnv } from "@/lib/env";
import { startRuntime } from "@/lib/runtime";
import { Refusal } from "./lib/refusal";
import { onStopSignal } from "./lib/stop-signal";

// A worker without a web server, as many as wanted beside one PostgreSQL. The web servers then run with WORKER=separate.

async function work(): Promise<void> {
  loadEnvFile();
  const env = parseEnv(process.env);
  if (!env.databaseUrl) {
    throw new Refusal(
      "A worker of its own needs a PostgreSQL server (DATABASE_URL).\nThe built-in database belongs to one process, and npm start runs the worker inside it.",
    );
  }
  const running = await startRuntime(env, "worker");
  onStopSignal(() => running.stop());
  process.stdout.write("  The worker is ready. Stop with Ctrl-C.\n");
}

work().catch((error: Error) => {
  const words = error instanceof EnvironmentError || error instanceof Refusal;
  console.error(words ? `\n${error.message}\n` : error);
  process.exit(1);
});
