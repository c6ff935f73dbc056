import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { selfSignedCertificate } from "@/tests/support/certificate";

type Options = {
  /** TLS from the first byte; else STARTTLS is offered. */
  secure?: boolean;
  user: string;
  password: string;
};

/**
 * An SMTP server on 127.0.0.1 that takes mail only after TLS and sign-in, with a self-signed certificate. A wrong
 * password it repeats in its response, as bad servers do.
 */
export async function startSecureSmtp({ secure = false, user, password }: Options) {
  const received: { from: string; to: string[]; raw: string }[] = [];
  let signIns = 0;
  const server = new SMTPServer({
    secure,
    ...selfSignedCertificate(),
    authMethods: ["PLAIN", "LOGIN"],
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password: given }, _session, done) {
      signIns++;
      if (username === user && given === password) return done(null, { user });
      const repeated = Buffer.from(`\0${username}\0${given}`).toString("base64");
      done(Object.assign(new Error(`5.7.8 Wrong: ${given} (${repeated})`), { responseCode: 535 }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, raw: Buffer.concat(chunks).toString("utf8") });
        done(null, `2.0.0 Ok: queued as ${received.length}`);
      });
    },
  });
  server.on("error", () => {
    // A client that refuses the certificate is part of the tests.
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    signIns: () => signIns,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
