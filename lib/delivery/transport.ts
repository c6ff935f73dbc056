import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import { accepted, type Outcome } from "@/lib/delivery/outcome";
import type { Env } from "@/lib/env";
import type { ComposedMail } from "@/lib/invitations/mail";

/** Where mail goes. `send` throws what outcomeOfError can read. */
export type Transport = { send(mail: ComposedMail): Promise<Outcome>; close(): void };

const connections = 5;

export function openTransport({ smtpUrl, dataDir }: Pick<Env, "smtpUrl" | "dataDir">): Transport {
  return smtpUrl ? smtpTransport(smtpUrl) : mailboxTransport(mailboxDir(dataDir));
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Certificates are verified, and a server that offers no TLS gets no mail, for each mail holds a key; only on this machine
 * may it travel in clear. Nothing in SMTP_URL can turn that off (lib/env.ts refuses query parameters).
 */
function smtpTransport(url: string): Transport {
  const { hostname } = new URL(url);
  const pool = nodemailer.createTransport({
    url,
    requireTLS: !loopback.test(hostname),
    pool: true,
    maxConnections: connections,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ envelope, raw }) => accepted((await pool.sendMail({ envelope, raw })).response),
    close: () => pool.close(),
  };
}

export const mailboxDir = (dataDir: string): string => path.join(dataDir, "mail");

/** A mail server that is a folder: one `.eml` a mail, under a name of its Message-ID, so that a second copy is no second file. */
function mailboxTransport(dir: string): Transport {
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
      return accepted("250 kept in the local mailbox");
    },
    close() {},
  };
}
