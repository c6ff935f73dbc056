import { loadEnvFile, parseEnv } from "@/lib/env";
import { startRuntime } from "@/lib/start/start-runtime";
import { Refusal } from "./prepare/refusal.mjs";
import { main } from "./server/main";
import { onStopSignal } from "./server/stop-signal";

// A worker without a web server, as many as wanted beside one PostgreSQL. The web servers then run with WORKER=separate.
main(async () => {
  loadEnvFile();
  const env = parseEnv(process.env);
  if (!env.databaseUrl) {
    throw new Refusal(
      "A worker of its own needs a PostgreSQL server (DATABASE_URL).\n" +
        "The built-in database belongs to one process, and npm start runs the worker inside it.",
    );
  }
  const running = await startRuntime(env, "worker");
  onStopSignal(() => running.stop());
  process.stdout.write("  The worker is ready. Stop with Ctrl-C.\n");
});
