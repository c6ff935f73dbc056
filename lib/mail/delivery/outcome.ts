import { redact } from "@/lib/log";
import { certificateFault } from "@/lib/mail/delivery/certificate";
import type { Reason } from "@/lib/mail/ledger/reasons";
import { cleanLine } from "@/lib/text";

/** What came of one attempt. */
export type Outcome = {
  /** The mail server's reply code; null where it did not answer. */
  responseCode: number | null;
  /** The mail server's own words, cleaned; null where it said nothing. */
  serverText: string | null;
} & (
  | { result: "accepted"; sentVia: "SMTP" | "LOCAL" }
  /** `waits`: for an admin, before any mail server was asked. */
  | { result: "retry" | "failed" | "waits"; reason: Reason }
);

/** `originalCode` is Node's own, where nodemailer puts a coarser one in its place. */
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

/** nodemailer's codes, where no server has answered. */
const connectionProblems: Record<string, Reason> = {
  ESOCKET: "no-connection",
  ECONNECTION: "no-connection",
  ECONNREFUSED: "no-connection",
  ECONNRESET: "no-connection",
  ETIMEDOUT: "timed-out",
  EDNS: "name-not-found",
  ETLS: "no-secure-connection",
};

/**
 * Reads a nodemailer error: a final refusal (5xx, RFC 5321 §4.2.1) ends the delivery; 4xx, time-outs and lost
 * connections are tried again.
 */
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

/**
 * A server may say anything. It may repeat what the mail says, and the mail holds a key; PostgreSQL refuses NUL and halves of
 * characters; and a page shows one line.
 */
export const cleanServerText = (text: string): string =>
  [...cleanLine(String(redact(text)))].slice(0, maxLetters).join("");

/** `250 2.0.0 Ok: queued as 4F…` */
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
