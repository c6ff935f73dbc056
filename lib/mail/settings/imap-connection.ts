import { ImapFlow, type ImapFlowOptions } from "imapflow";
import type { MailServer } from "@/lib/mail/settings/server";

const startTls = { TLS: undefined, STARTTLS: true, NONE: false, IF_OFFERED: undefined } as const;

type Options = {
  /** Hears what is said. False: nobody does. */
  logger?: ImapFlowOptions["logger"];
  answerWithinMs?: number;
};

/** A connection that is not opened yet. It reports its end as the event `close`. */
export function imapConnection(
  { host, port, security, verify, user, password }: MailServer,
  { logger = false, answerWithinMs = 20_000 }: Options = {},
): ImapFlow {
  const client = new ImapFlow({
    host,
    port,
    secure: security === "TLS",
    doSTARTTLS: startTls[security],
    // On this machine it may even travel in clear, so a certificate that nobody vouches for is no reason to stop.
    tls: { rejectUnauthorized: verify && security !== "IF_OFFERED" },
    auth: { user: user ?? "", pass: password ?? "" },
    logger,
    // This reader says itself when it waits: IDLE begins then at once, and not after a pause.
    disableAutoIdle: true,
    connectionTimeout: answerWithinMs,
    greetingTimeout: answerWithinMs,
    // Also how soon a connection that broke without a word is noticed.
    maxIdleTime: 4 * 60_000,
  });
  // Whatever fails also rejects the command that is waiting, or closes the connection.
  client.on("error", () => {});
  return client;
}
