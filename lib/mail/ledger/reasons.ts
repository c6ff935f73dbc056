/** Why a mail is deferred, failed or bounced. The sentences are in lib/words/<language>/reasons.ts. */
export const reasons = [
  // The mail server responded (RFC 5321 §4.2.1).
  "mail-server-refused-recipient",
  "mail-server-refused-message",
  /** 5xx about us: the greeting, the sender. */
  "mail-server-refused",
  "mail-server-deferred",
  "sign-in-refused",
  /** Accepted first, and reported later as not deliverable (RFC 3464). */
  "bounced",
  // No response, or a server that cannot be trusted.
  "no-connection",
  "timed-out",
  "name-not-found",
  "no-secure-connection",
  "certificate-self-signed",
  "certificate-unknown-issuer",
  "certificate-expired",
  "certificate-not-yet-valid",
  "certificate-revoked",
  "certificate-other-name",
  // An admin has to do something first.
  "no-mail-server-yet",
  "password-unreadable",
  "signing-key-unreadable",
  // Time ran out.
  "meeting-over",
  "meeting-over-before-next-attempt",
  "out-of-time",
  // Nothing was sent.
  "compose-failed",
  "gate-refused",
  "unexpected-error",
] as const;

export type Reason = (typeof reasons)[number];

/** A stored code, which a newer version may have written. */
export const reasonOf = (code: string | null): Reason | null =>
  code === null ? null : (reasons.find((reason) => reason === code) ?? "unexpected-error");

/** Of these the mail server's own words say more than we can. */
const explainedByServer = new Set<Reason>([
  "mail-server-refused-recipient",
  "mail-server-refused-message",
  "mail-server-refused",
  "mail-server-deferred",
  "bounced",
]);

export type Explained = { reason: string | null; lastReason?: string | null; serverText: string | null };

export function explanationOf({ reason, lastReason = null, serverText }: Explained) {
  const needed = (code: string | null): Reason | null => {
    const known = reasonOf(code);
    return known !== null && serverText !== null && explainedByServer.has(known) ? null : known;
  };
  return { reason: needed(reason), lastReason: needed(lastReason), serverText };
}
