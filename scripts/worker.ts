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
  if (!env.smtpUrl) {
    throw new Refusal(
      "A worker of its own needs a mail server (SMTP_URL).\n" +
        "The local mailbox is a folder beside the web server, and npm start runs the worker that writes to it.",
    );
  }
  const running = await startRuntime(env, "worker");
  onStopSignal(() => running.stop());
  process.stdout.write("  The worker is ready. Stop with Ctrl-C.\n");
});
