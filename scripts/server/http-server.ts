import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Env } from "@/lib/env";
import { Refusal } from "../prepare/refusal.mjs";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Longer than browsers (5 minutes) and proxies (1 minute) keep an unused connection, so that they are the ones to close
 * it. The other way round a form can be sent into a connection that is just being closed, and is lost.
 */
const idleConnectionMs = 310_000;

/** Requests that take longer are cut when the server stops. */
const longestFinishMs = 5_000;

/** Listens at once, and answers 503 until there is a handler. */
export async function openHttpServer(env: Env) {
  let handle: Handler = (_request, response) => {
    response.writeHead(503, { "Retry-After": "2", "Content-Type": "text/plain" }).end("Latchkey is starting.\n");
  };
  const server = createServer((request, response) => {
    nameClient(request, env);
    if (isUndecodable(request)) response.writeHead(400, { "Content-Type": "text/plain" }).end("Bad request.\n");
    else handle(request, response);
  });
  server.keepAliveTimeout = idleConnectionMs;
  const port = await listen(server, env);
  return {
    server,
    port,
    handleWith: (handler: Handler) => {
      handle = handler;
    },
    close: () => close(server),
  };
}

/** The address counts sign-in attempts, so a client must not be able to choose it: what it sent is replaced. */
function nameClient(request: IncomingMessage, { trustProxy }: Env) {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  request.headers["x-latchkey-address"] = (trustProxy && forwarded) || request.socket.remoteAddress || "unknown";
}

/** `/meetings/%ff`: Next.js would answer with an error of its own, without our headers. */
function isUndecodable({ url = "" }: IncomingMessage): boolean {
  try {
    decodeURIComponent(url.split("?")[0]!);
    return false;
  } catch {
    return true;
  }
}

function listen(server: Server, { host, port }: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusalOf(error, { host, port }) ?? error));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function refusalOf({ code }: NodeJS.ErrnoException, { host, port }: Pick<Env, "host" | "port">) {
  if (code === "EADDRINUSE") {
    return new Refusal(`Port ${port} is in use by another program.\nChoose another one, for example: PORT=${port + 1}`);
  }
  if (code === "EACCES") {
    return new Refusal(`Port ${port} may not be used by this account.\nChoose one above 1023, for example: PORT=3000`);
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new Refusal(`HOST=${host} is no address of this machine.\nA good value: HOST=127.0.0.1`);
  }
  return null;
}

/** Lets running requests finish, for a moment: an open page may hold a connection for as long as it likes. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), longestFinishMs);
  await closed;
  clearTimeout(timer);
}
