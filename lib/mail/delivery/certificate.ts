import type { Reason } from "@/lib/mail/ledger/reasons";

const problems: Record<string, Reason> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "certificate-self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "certificate-unknown-issuer",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate-unknown-issuer",
  UNABLE_TO_GET_ISSUER_CERT: "certificate-unknown-issuer",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate-unknown-issuer",
  CERT_HAS_EXPIRED: "certificate-expired",
  CERT_NOT_YET_VALID: "certificate-not-yet-valid",
  CERT_REVOKED: "certificate-revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "certificate-other-name",
};

/** Why a server's certificate was refused, from Node's error code; undefined for any other error. */
export const certificateProblem = (code: string | undefined): Reason | undefined =>
  code === undefined ? undefined : problems[code];
