import type { MailFault } from "@/lib/mail/check/finding";
import { certificateFault } from "@/lib/mail/delivery/certificate";
import type { MailServer } from "@/lib/mail/settings/server";
import { cleanLine } from "@/lib/text";

type MailError = Error & {
  code?: string;
  originalCode?: string;
  /** imapflow: false when the connection ended before a response. */
  response?: string | false;
  responseText?: string;
  authenticationFailed?: boolean;
  /** imapflow: the server has no STARTTLS. */
  tlsFailed?: boolean;
  cause?: { code?: string };
};

const timeouts = new Set(["ETIMEDOUT", "CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT", "ETIMEOUT"]);

/** @param mask hides secrets in the server's words */
export function mailFault(error: unknown, { host, port }: MailServer, mask: (said: string) => string): MailFault {
  const { code, originalCode, response, responseText, authenticationFailed, tlsFailed, cause, message } =
    error as MailError;
  const said = cleanLine(mask(responseText || response || ""));
  const codes = [originalCode, cause?.code, code];
  const fault = codes.map(certificateFault).find(Boolean);
  if (fault) return { code: "certificate", fault };
  if (code === "EAUTH" || authenticationFailed) return { code: "sign-in-refused", said };
  if (said) return { code: "refused", said };
  if (codes.some((one) => one === "ENOTFOUND" || one === "EDNS" || one === "EAI_AGAIN")) {
    return { code: "no-such-host", host };
  }
  if (codes.includes("ECONNREFUSED")) return { code: "nothing-answers", host, port };
  if (codes.some((one) => one?.startsWith("ERR_SSL_")) || /wrong version number/i.test(message)) {
    return { code: "does-not-begin-with-tls", host, port };
  }
  if (code === "ETLS" || tlsFailed) return { code: "no-tls", host, port };
  if (codes.some((one) => one !== undefined && timeouts.has(one)) || isAbort(error)) {
    return { code: "too-slow", host, port };
  }
  return { code: "connection-failed", host, port, said: cleanLine(mask(message)) };
}

const isAbort = (error: unknown) => ["AbortError", "TimeoutError"].includes((error as Error).name);
