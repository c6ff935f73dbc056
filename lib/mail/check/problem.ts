import { certificateProblem } from "@/lib/mail/delivery/certificate";
import type { MailServer } from "@/lib/mail/settings/server";
import { cleanLine } from "@/lib/text";
import { wordsIn } from "@/lib/words/words-in";

/** Of nodemailer and imapflow. */
type MailError = Error & {
  code?: string;
  originalCode?: string;
  /** imapflow: false when the connection ended before an answer. */
  response?: string | false;
  responseText?: string;
  authenticationFailed?: boolean;
  /** imapflow: the server has no STARTTLS. */
  tlsFailed?: boolean;
  cause?: { code?: string };
};

const timeouts = new Set(["ETIMEDOUT", "CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT", "ETIMEOUT"]);

/** @param mask hides secrets in what the server said */
export function mailProblem(error: unknown, server: MailServer, mask: (said: string) => string): string {
  const { code, originalCode, response, responseText, authenticationFailed, tlsFailed, cause, message } =
    error as MailError;
  const place = `${server.host}, port ${server.port}`;
  const said = cleanLine(mask(responseText || response || ""));
  const quoted = said && ` It said “${said}”.`;
  const codes = [originalCode, cause?.code, code];
  const certificate = codes.map(certificateProblem).find(Boolean);
  if (certificate) return `${wordsIn("en").reasons.why[certificate]}. Nothing was sent, not even the password.`;
  if (code === "EAUTH" || authenticationFailed) {
    return `The server did not accept the user name and password.${quoted}`;
  }
  if (said) return `The server refused: “${said}”.`;
  if (codes.some((one) => one === "ENOTFOUND" || one === "EDNS" || one === "EAI_AGAIN")) {
    return `There is no server called ${server.host}: the name was not found.`;
  }
  if (codes.includes("ECONNREFUSED")) return `Nothing answers at ${place}. Is the port right?`;
  if (codes.some((one) => one?.startsWith("ERR_SSL_")) || /wrong version number/i.test(message)) {
    return `The server at ${place} does not begin with TLS. Try STARTTLS, or another port.`;
  }
  if (code === "ETLS" || tlsFailed) return `The server at ${place} could not turn the connection to TLS.`;
  if (codes.some((one) => one !== undefined && timeouts.has(one)) || isAbort(error)) {
    return `The server at ${place} did not answer in time. Is the port right, and TLS or STARTTLS?`;
  }
  return `The connection to ${place} failed: ${cleanLine(mask(message)) || "no reason was given"}.`;
}

const isAbort = (error: unknown) => ["AbortError", "TimeoutError"].includes((error as Error).name);
