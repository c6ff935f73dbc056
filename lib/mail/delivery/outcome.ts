import { redact } from "@/lib/log";
import { certificateProblem } from "@/lib/mail/delivery/certificate";
import { cleanLine } from "@/lib/text";

/** What came of one attempt, in the mail server's own words. */
export type Outcome = {
  /** `waits`: for an admin, before any mail server was asked. */
  result: "accepted" | "retry" | "failed" | "waits";
  responseCode: number | null;
  response: string;
};

/** `originalCode` is Node's own, where nodemailer puts a coarser one in its place. */
type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
};

/** Refusals of this recipient or this message; any other 5xx (greeting, sign-in, sender) is about us and may be mended. */
const aboutTheMail = new Set(["RCPT TO", "DATA"]);

/**
 * Reads a nodemailer error: a final refusal (5xx, RFC 5321 §4.2.1) ends the delivery; 4xx, time-outs and lost
 * connections are tried again.
 */
export function outcomeOfError(error: unknown): Outcome {
  const { code, originalCode, command, responseCode, response, message } = error as SmtpError;
  const final = responseCode !== undefined && responseCode >= 500 && aboutTheMail.has(command ?? "");
  return {
    result: final ? "failed" : "retry",
    responseCode: responseCode ?? null,
    response: inWords(
      response ?? certificateProblem(originalCode ?? code) ?? connectionProblem(code) ?? message ?? "unknown error",
    ),
  };
}

const longest = 500;

/**
 * A server may say anything. It may repeat what the mail says, and the mail holds a key; PostgreSQL refuses NUL and halves of
 * characters; and a page shows one line.
 */
export const inWords = (text: string): string => [...cleanLine(String(redact(text)))].slice(0, longest).join("");

function connectionProblem(code: string | undefined): string | undefined {
  switch (code) {
    case "ESOCKET":
    case "ECONNECTION":
    case "ECONNREFUSED":
    case "ECONNRESET":
      return "The connection to the mail server failed";
    case "ETIMEDOUT":
      return "The mail server did not answer in time";
    case "EDNS":
      return "The mail server's name was not found";
    case "EAUTH":
      return "The mail server did not accept the user name and password";
    case "ETLS":
      return "No secure connection to the mail server could be made";
    default:
      return undefined;
  }
}

/** `250 2.0.0 Ok: queued as 4F…` */
export function accepted(response: string): Outcome {
  const code = Number.parseInt(response, 10);
  return { result: "accepted", responseCode: Number.isNaN(code) ? null : code, response: inWords(response) };
}
