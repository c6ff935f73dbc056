import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
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
const maxFinishMs = 5_000;

/** Listens at once, and answers 503 until there is a handler. */
export async function openHttpServer(env: Env) {
  let handle: Handler = (_request, response) => {
    response.writeHead(503, { "Retry-After": "2", "Content-Type": "text/plain" }).end("Latchkey is starting.\n");
  };
  const server = createServer((request, response) => {
    nameClient(request, env);
    protect(request, response);
    const refusal = refusalBefore(request);
    if (refusal) response.writeHead(refusal, { "Content-Type": "text/plain" }).end(`${STATUS_CODES[refusal]}\n`);
    else handle(request, response);
  });
  // Node has it apart from the others: it asks for a tunnel to somewhere else.
  server.on("connect", (_request, socket) => {
    socket.on("error", () => {});
    socket.end("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  });
  server.keepAliveTimeout = idleConnectionMs;
  const port = await listen(server, env);
  return {
    server,
    port,
    /** Where this machine reaches it, whatever a proxy in front is called. */
    origin: originOf(server),
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

/** proxy.ts says more for each page. These stand for what never gets there: redirects, and errors of Next.js itself. */
function protect({ url = "" }: IncomingMessage, response: ServerResponse) {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  // Next.js lets built files be kept for ever, unless something is said already.
  if (!url.startsWith("/_next/static/")) response.setHeader("Cache-Control", "no-store");
}

/** What no browser sends to a server like this, by its status. Next.js would answer some of it with an error of its own. */
function refusalBefore({ method, url = "" }: IncomingMessage): 400 | 405 | null {
  if (method === "TRACE") return 405;
  // `OPTIONS *`, and addresses as a proxy is asked for them.
  if (!url.startsWith("/")) return 400;
  try {
    decodeURIComponent(url.split("?")[0]!);
    return null;
  } catch {
    return 400;
  }
}

const anyAddress: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

function originOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  const host = anyAddress[address] ?? address;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
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
  const timer = setTimeout(() => server.closeAllConnections(), maxFinishMs);
  await closed;
  clearTimeout(timer);
}
