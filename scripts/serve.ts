import { loadEnvFile, parseEnv } from "@/lib/env";
import type { Runtime } from "@/lib/runtime";
import { holdBuild } from "./prepare/build-in-use.mjs";
import { claimData } from "./server/claim-data";
import { consoleToLog } from "./server/console-to-log";
import { openHttpServer } from "./server/http-server";
import { main } from "./server/main";
import { onStopSignal } from "./server/stop-signal";

// The web server: Next's handler behind a server of our own, which knows the client's address and stops cleanly.
// `--dev` reloads on changes.
const dev = process.argv.includes("--dev");

main(async () => {
  loadEnvFile();
  const env = parseEnv(process.env);
  const releaseData = claimData(env);
  const releaseBuild = dev ? () => {} : holdBuild(process.cwd());
  const http = await openHttpServer(env);
  // instrumentation.ts reads the environment again: the port that was really taken (PORT=0 takes a free one).
  process.env.PORT = String(http.port);
  process.env.NEXTAUTH_URL = parseEnv(process.env).publicUrl;
  // After some actions Next.js asks itself for the next page: not by way of the proxy, and not by https where there is none.
  process.env.__NEXT_PRIVATE_ORIGIN = http.origin;
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  let running: Runtime | undefined;
  let closeApp = async () => {};
  onStopSignal(async () => {
    await http.close();
    await running?.stop();
    await closeApp();
    releaseBuild();
    releaseData();
  });

  const { default: next } = await import("next");
  const app = next({ dev, hostname: env.host, port: http.port, httpServer: http.server });
  closeApp = () => app.close();
  // Called by instrumentation.ts, which runs among the modules that Next built.
  const started = new Promise<Runtime>((resolve) => {
    Object.assign(globalThis, { latchkeyStarting: resolve });
  });
  await app.prepare();
  running = await started;
  http.handleWith(app.getRequestHandler());
  if (!dev) consoleToLog();
  showScreen(running);
});

function showScreen({ env, mail, setupUrl }: Runtime) {
  const lines = [
    `\n  Latchkey is ready at ${env.publicUrl}`,
    mail.lastRead().server ? null : "  No mail server is set yet: mail stays on this machine.",
    setupUrl ? `\n  Open this link to set it up:\n  ${setupUrl}` : null,
    "\n  Stop with Ctrl-C.\n\n",
  ];
  process.stdout.write(lines.filter((line) => line !== null).join("\n"));
}
