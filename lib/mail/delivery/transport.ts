import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import { acceptedByServer, type Outcome, storedLocally } from "@/lib/mail/delivery/outcome";
import type { Reason } from "@/lib/mail/ledger/reasons";
import type { DkimKey } from "@/lib/mail/settings/current";
import type { MailServer } from "@/lib/mail/settings/server";

/** `send` throws what outcomeOfError can read. */
export type Transport = { send(mail: ComposedMail): Promise<Outcome>; close(): void };

type Options = {
  /** Null: local mail in `dataDir`. */
  server: MailServer | null;
  dataDir: string;
  dkim?: DkimKey | null;
};

const connections = 5;

export function openTransport({ server, dataDir, dkim = null }: Options): Transport {
  return server ? smtpTransport(server, dkim) : localTransport(localMailDir(dataDir));
}

/** Each mail holds a token: it travels without TLS only on this machine, and certificates are verified unless an admin said no. */
export const smtpOptions = (server: MailServer, dkim: DkimKey | null) => ({
  host: server.host,
  port: server.port,
  secure: server.security === "TLS",
  requireTLS: server.security === "STARTTLS",
  ignoreTLS: server.security === "NONE",
  tls: { rejectUnauthorized: server.verify },
  auth: server.user ? { user: server.user, pass: server.password ?? "" } : undefined,
  dkim: dkim ? { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey } : undefined,
  disableFileAccess: true,
  disableUrlAccess: true,
});

function smtpTransport(server: MailServer, dkim: DkimKey | null): Transport {
  const pool = nodemailer.createTransport({
    ...smtpOptions(server, dkim),
    pool: true,
    maxConnections: connections,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  return {
    async send({ envelope, raw }) {
      const { response } = await pool.sendMail({ envelope, raw });
      return acceptedByServer(response);
    },
    close: () => pool.close(),
  };
}

export const waitingTransport = (reason: Reason): Transport => ({
  send: async () => ({ result: "waits", reason, responseCode: null, serverText: null }),
  close() {},
});

export const localMailDir = (dataDir: string): string => path.join(dataDir, "mail");

/** Named after the Message-ID, so that a retry writes no second file. */
function localTransport(dir: string): Transport {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return {
    async send({ messageId, raw }) {
      const name = createHash("sha256").update(messageId).digest("hex").slice(0, 32);
      const file = path.join(dir, `${name}.eml`);
      const draft = await open(`${file}.draft`, "w", 0o600);
      await draft.writeFile(raw);
      await draft.sync();
      await draft.close();
      await rename(`${file}.draft`, file);
      return storedLocally;
    },
    close() {},
  };
}
