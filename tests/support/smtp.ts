import type { AddressInfo } from "node:net";
import nodemailer from "nodemailer";
import { SMTPServer } from "smtp-server";

export type Received = { from: string; to: string[]; raw: string; at: number };

export type SmtpResponse =
  | { kind: "accept"; afterMs?: number }
  /** Refused at RCPT TO. */
  | { kind: "refuse"; code: number; message: string }
  /** The connection breaks in the middle of the message. */
  | { kind: "drop" }
  /** The server keeps the message, and the connection breaks before its response. */
  | { kind: "drop-after-data" };

export type SmtpOptions = {
  /** What happens to the n-th attempt (from 1) for a recipient. */
  respond?: (recipient: string, attempt: number) => SmtpResponse;
  /** Until `up` every connection breaks at once: as a server that is down, on a port that nobody else can take meanwhile. */
  down?: boolean;
  /** Delays the response to a message until this is done. */
  before?: (recipient: string) => Promise<void>;
};

/** A real SMTP server on 127.0.0.1 that does what a test tells it and keeps what it accepted. */
export async function startSmtp({ respond = () => ({ kind: "accept" }), down = false, before }: SmtpOptions = {}) {
  const received: Received[] = [];
  const attempts = new Map<string, number>();
  const waiting = new Set<() => void>();
  const current = (recipient: string) => respond(recipient, attempts.get(recipient) ?? 1);

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      attempts.set(address, (attempts.get(address) ?? 0) + 1);
      const response = current(address);
      if (response.kind !== "refuse") return done();
      done(Object.assign(new Error(response.message), { responseCode: response.code }));
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const response = current(to[0]!);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        if (response.kind === "drop") dropConnections(session.remotePort);
        chunks.push(chunk);
      });
      stream.on("end", () => {
        if (response.kind === "drop") return;
        const accept = () => {
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
          received.push({ from, to, raw: Buffer.concat(chunks).toString("utf8"), at: Date.now() });
          if (response.kind === "drop-after-data") return dropConnections(session.remotePort);
          done(null, `2.0.0 Ok: queued as ${received.length}`);
          for (const wake of waiting) wake();
        };
        if (before) before(to[0]!).then(accept);
        else if (response.kind === "accept" && response.afterMs) setTimeout(accept, response.afterMs);
        else accept();
      });
    },
  });
  server.on("error", () => {
    // A client that goes away in the middle is part of the tests.
  });
  let isDown = down;
  server.server.on("connection", (socket) => {
    if (isDown) socket.destroy();
  });

  const connections = () => server.connections as Set<{ _socket: import("node:net").Socket }>;

  function dropConnections(remotePort: number) {
    for (const { _socket } of connections()) if (_socket.remotePort === remotePort) _socket.destroy();
  }

  await new Promise<void>((resolve, reject) => {
    // Afterwards it rejects nothing any more.
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    attempts,
    /** Resolves when so many mails were accepted. */
    async accepted(count: number): Promise<Received[]> {
      while (received.length < count) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
      return received;
    },
    up() {
      isDown = false;
    },
    /** Also for whoever is connected. */
    down() {
      isDown = true;
      for (const { _socket } of connections()) _socket.destroy();
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type SmtpPeer = Awaited<ReturnType<typeof startSmtp>>;

/** Hands a mail over as it stands; resolves when the server has taken it. */
export async function sendRaw(smtpUrl: string, from: string, to: string, raw: string): Promise<void> {
  const transport = nodemailer.createTransport({ url: smtpUrl });
  await transport.sendMail({ envelope: { from, to: [to] }, raw });
  transport.close();
}
