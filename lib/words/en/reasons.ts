import type { Reason } from "@/lib/mail/ledger/reasons";

/** Why a mail is deferred, failed or came back, without a full stop. The mail server's own words are quoted beside it. */
const why = {
  "mail-server-refused-recipient": "The mail server refused this address",
  "mail-server-refused-message": "The mail server refused this mail",
  "mail-server-refused": "The mail server takes no mail from Latchkey",
  "mail-server-deferred": "The mail server did not take the mail yet",
  "sign-in-refused": "The mail server did not accept the user name and password",
  bounced: "The mail came back without a reason",
  "no-connection": "The connection to the mail server failed",
  "timed-out": "The mail server did not respond in time",
  "name-not-found": "The mail server’s name was not found",
  "no-secure-connection": "No secure connection to the mail server could be made",
  "certificate-self-signed": "The mail server’s certificate cannot be trusted: it is self-signed",
  "certificate-unknown-issuer":
    "The mail server’s certificate cannot be trusted: it was issued by somebody whom this machine does not know",
  "certificate-expired": "The mail server’s certificate cannot be trusted: it has expired",
  "certificate-not-yet-valid": "The mail server’s certificate cannot be trusted: it is not valid yet",
  "certificate-revoked": "The mail server’s certificate cannot be trusted: it was revoked",
  "certificate-other-name": "The mail server’s certificate cannot be trusted: it is for another name",
  "no-mail-server-yet": "No mail server is set yet; an admin can set one",
  "password-unreadable":
    "The saved password of the mail server cannot be opened with this APP_SECRET; an admin has to enter it again",
  "signing-key-unreadable":
    "The saved key for signing mails cannot be opened with this APP_SECRET; an admin has to enter it again",
  "meeting-over": "The meeting was over before this mail could be sent",
  "meeting-over-before-next-attempt": "The meeting would be over before the next attempt",
  "out-of-time": "The mail could not be sent within two days",
  "compose-failed": "Latchkey could not write this mail; its log says why",
  "gate-refused": "Latchkey held this mail back: a calendar would not accept its entry",
  "unexpected-error": "An unexpected error stopped this mail; Latchkey’s log says more",
} satisfies Record<Reason, string>;

export const reasons = {
  why,
  /** Before one of them, where it explains the last of several attempts. */
  lastAttempt: (why: string) => `Last attempt: ${why}`,
};

export type ReasonWords = typeof reasons;
