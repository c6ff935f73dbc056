import { hideSecrets, type Line, listenerOf, maskOf } from "@/lib/mail/check/conversation";
import type { Finding } from "@/lib/mail/check/finding";
import { mailFault } from "@/lib/mail/check/mail-fault";
import type { TestResult } from "@/lib/mail/check/test-mail";
import { imapConnection } from "@/lib/mail/settings/imap-connection";
import type { MailServer } from "@/lib/mail/settings/server";

const respondWithinMs = 10_000;
const doneWithinMs = 30_000;

/** Signs in and opens INBOX as the inbox reader does. Reads and changes no mail. Never throws. */
export async function checkMailbox(server: MailServer): Promise<TestResult> {
  const { lines, hear } = listenerOf(() => client.close());
  const client = await imapConnection(server, { logger: imapLogger(hear), respondWithinMs });
  const secrets = [server.password];
  const result = (ok: boolean, finding: Finding): TestResult => ({
    ok,
    finding,
    conversation: hideSecrets(lines, secrets),
  });
  const tooLong = setTimeout(() => client.close(), doneWithinMs);
  try {
    await client.connect();
    const { exists, readOnly } = await client.mailboxOpen("INBOX");
    if (readOnly) return result(false, { code: "mailbox-read-only" });
    const announces = client.capabilities.has("IDLE");
    return result(true, { code: "mailbox-open", user: server.user ?? "", mails: exists, announces });
  } catch (error) {
    return result(false, mailFault(error, server, maskOf(secrets)));
  } finally {
    clearTimeout(tooLong);
    client.close();
  }
}

function imapLogger(tell: (line: Line) => void) {
  const hear = ({ src, msg }: { src?: string; msg?: string }) => {
    if (msg && (src === "s" || src === "c")) tell({ from: src === "s" ? "server" : "client", text: msg });
  };
  return { trace: hear, debug: hear, info: hear, warn: hear, error: hear };
}
