import { hideSecrets, type Line, listenerOf, maskOf } from "@/lib/mail/check/conversation";
import { mailProblem } from "@/lib/mail/check/problem";
import type { TestResult } from "@/lib/mail/check/test-mail";
import { imapConnection } from "@/lib/mail/settings/imap-connection";
import type { MailServer } from "@/lib/mail/settings/server";

const answerWithinMs = 10_000;
const doneWithinMs = 30_000;

/** Signs in and opens INBOX as the inbox reader does. Reads and changes no mail. Never throws. */
export async function checkMailbox(server: MailServer): Promise<TestResult> {
  const { lines, hear } = listenerOf(() => client.close());
  const client = imapConnection(server, { logger: loggerFor(hear), answerWithinMs });
  const secrets = [server.password];
  const result = (ok: boolean, words: string): TestResult => ({
    ok,
    words,
    conversation: hideSecrets(lines, secrets),
  });
  const tooLong = setTimeout(() => client.close(), doneWithinMs);
  try {
    await client.connect();
    const { exists, readOnly } = await client.mailboxOpen("INBOX");
    if (readOnly)
      return result(false, "INBOX can be read but not changed, so Latchkey could not mark what it has read.");
    const count = exists === 1 ? "one mail" : `${exists.toLocaleString("en")} mails`;
    const idle = client.capabilities.has("IDLE")
      ? "New mail is announced at once (IDLE)."
      : "The server does not announce new mail (no IDLE), so answers show only when Latchkey looks, every few minutes.";
    return result(true, `Signed in as ${server.user}. INBOX holds ${count}. ${idle}`);
  } catch (error) {
    return result(false, mailProblem(error, server, maskOf(secrets)));
  } finally {
    clearTimeout(tooLong);
    client.close();
  }
}

/** imapflow tells its logger who said what (`src`). */
function loggerFor(tell: (line: Line) => void) {
  const hear = ({ src, msg }: { src?: string; msg?: string }) => {
    if (msg && (src === "s" || src === "c")) tell({ from: src === "s" ? "server" : "client", text: msg });
  };
  return { trace: hear, debug: hear, info: hear, warn: hear, error: hear };
}
