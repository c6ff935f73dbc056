import { redact } from "@/lib/log";
import { certificateFault } from "@/lib/mail/delivery/certificate";
import type { Reason } from "@/lib/mail/ledger/reasons";
import { cleanLine } from "@/lib/text";

export type Outcome = {
  responseCode: number | null;
  serverText: string | null;
} & (
  | { result: "accepted"; sentVia: "SMTP" | "LOCAL" }
  /** `waits`: an admin has to act first. No mail server was asked. */
  | { result: "retry" | "failed" | "waits"; reason: Reason }
);

/** `originalCode`: from Node, where nodemailer replaces it by a coarser one. */
type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
};

/** Refusals of this recipient or this message; any other 5xx (greeting, sign-in, sender) is about us and may be mended. */
const finalRefusals: Record<string, Reason> = {
  "RCPT TO": "mail-server-refused-recipient",
  DATA: "mail-server-refused-message",
};

const connectionProblems: Record<string, Reason> = {
  ESOCKET: "no-connection",
  ECONNECTION: "no-connection",
  ECONNREFUSED: "no-connection",
  ECONNRESET: "no-connection",
  ETIMEDOUT: "timed-out",
  EDNS: "name-not-found",
  ETLS: "no-secure-connection",
};

/** Retries 4xx, time-outs and lost connections; 5xx about the recipient or message is final (RFC 5321 §4.2.1). */
export function outcomeOfError(error: unknown): Outcome {
  const { code, originalCode, command, responseCode, response } = error as SmtpError;
  const isFinal = responseCode !== undefined && responseCode >= 500;
  const refusal = isFinal ? finalRefusals[command ?? ""] : undefined;
  const heard = {
    responseCode: responseCode ?? null,
    serverText: response === undefined ? null : cleanServerText(response),
  };
  if (refusal) return { result: "failed", reason: refusal, ...heard };
  if (code === "EAUTH") return { result: "retry", reason: "sign-in-refused", ...heard };
  if (responseCode !== undefined)
    return { result: "retry", reason: isFinal ? "mail-server-refused" : "mail-server-deferred", ...heard };
  const reason = certificateFault(originalCode ?? code) ?? connectionProblems[code ?? ""] ?? "unexpected-error";
  return { result: "retry", reason, ...heard };
}

const maxLetters = 500;

/** The text may repeat a token of the mail, and PostgreSQL refuses NUL and half characters. */
export const cleanServerText = (text: string): string =>
  [...cleanLine(String(redact(text)))].slice(0, maxLetters).join("");

export function acceptedByServer(response: string): Outcome {
  const code = Number.parseInt(response, 10);
  return {
    result: "accepted",
    sentVia: "SMTP",
    responseCode: Number.isNaN(code) ? null : code,
    serverText: cleanServerText(response),
  };
}

export const storedLocally: Outcome = { result: "accepted", sentVia: "LOCAL", responseCode: null, serverText: null };
