import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { type Env, EnvironmentError, loadEnvFile, parseEnv } from "@/lib/env";
import type { Runtime } from "@/lib/runtime";
import { claimDataDir } from "./lib/claim-data-dir";
import { Refusal } from "./lib/refusal";
import { onStopSignal } from "./lib/stop-signal";

// The web server: Next's handler behind a server of our own, which knows the client's address and stops cleanly.
// `--dev` reloads on changes.

const dev = process.argv.includes("--dev");
const requestTimeoutMs = 5_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(): Promise<void> {
  loadEnvFile();
  const env = parseEnv(process.env);
  const release = env.databaseUrl ? () => {} : claimDataDir(env.dataDir);
  let handle: Handler = (_request, response) => response.writeHead(503, { "Retry-After": "2" }).end();
  const server = createServer((request, response) => {
    nameClient(request, env);
    handle(request, response);
  });
  const port = await listen(server, env);
  // What Next and the runtime read: the port that was really taken (PORT=0 takes a free one).
  process.env.PORT = String(port);
  process.env.NEXTAUTH_URL = parseEnv(process.env).publicUrl;
  process.env.NEXT_TELEMETRY_DISABLED = "1";

  const app = next({ dev, hostname: env.host, port, httpServer: server });
  let running: Runtime | undefined;
  onStopSignal(async () => {
    await closeServer(server);
    await running?.stop();
    await app.close();
    release();
  });
  await app.prepare();
  running = (globalThis as { latchkeyRuntime?: Runtime }).latchkeyRuntime;
  if (!running) throw new Error("The server is up but Latchkey did not start in it");
  handle = app.getRequestHandler();
  showScreen(running);
}

/** The address counts sign-in attempts, so a client must not be able to choose it. */
function nameClient(request: IncomingMessage, env: Env) {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  request.headers["x-latchkey-address"] = (env.trustProxy && forwarded) || request.socket.remoteAddress || "unknown";
}

function listen(server: ReturnType<typeof createServer>, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const inUse =
        error.code === "EADDRINUSE"
          ? `Port ${env.port} is in use. Choose another one, for example: PORT=3001 npm start`
          : null;
      reject(inUse ? new Refusal(inUse) : error);
    });
    server.listen(env.port, env.host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Lets requests finish for a moment, then cuts what is left (an open page keeps its connection alive). */
async function closeServer(server: ReturnType<typeof createServer>) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), requestTimeoutMs);
  await closed;
  clearTimeout(timer);
}

function showScreen({ env, setupUrl }: Runtime) {
  const lines = [
    "",
    `  Latchkey is ready at ${env.publicUrl}`,
    env.smtpUrl ? null : "  Mail stays on this machine, in the mailbox (SMTP_URL is not set).",
    setupUrl ? `\n  First run: open this link to set up Latchkey\n  ${setupUrl}` : null,
    "\n  Stop with Ctrl-C.\n",
  ];
  process.stdout.write(`${lines.filter((line) => line !== null).join("\n")}\n`);
}

serve().catch((error: Error) => {
  const words = error instanceof EnvironmentError || error instanceof Refusal;
  console.error(words ? `\n${error.message}\n` : error);
  process.exit(1);
});
