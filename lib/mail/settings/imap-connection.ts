import type { ImapFlow, ImapFlowOptions } from "imapflow";
import type { MailServer } from "@/lib/mail/settings/server";

const startTls = { TLS: undefined, STARTTLS: true, NONE: false, IF_OFFERED: undefined } as const;

type Options = {
  logger?: ImapFlowOptions["logger"];
  respondWithinMs?: number;
};

/** Not opened yet. It reports its end as the event `close`. Loads imapflow, which an app without an inbox does not need. */
export async function imapConnection(
  { host, port, security, verify, user, password }: MailServer,
  { logger = false, respondWithinMs = 20_000 }: Options = {},
): Promise<ImapFlow> {
  const { ImapFlow } = await import("imapflow");
  const client = new ImapFlow({
    host,
    port,
    secure: security === "TLS",
    doSTARTTLS: startTls[security],
    // IF_OFFERED stays on this machine, where even plain text is allowed.
    tls: { rejectUnauthorized: verify && security !== "IF_OFFERED" },
    auth: { user: user ?? "", pass: password ?? "" },
    logger,
    // The inbox reader starts IDLE itself, without a pause.
    disableAutoIdle: true,
    connectionTimeout: respondWithinMs,
    greetingTimeout: respondWithinMs,
    // Also how soon a silently broken connection is noticed.
    maxIdleTime: 4 * 60_000,
  });
  // An error also rejects the waiting command or closes the connection.
  client.on("error", () => {});
  return client;
}
