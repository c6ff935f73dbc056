export type CertificateFault =
  | "self-signed"
  | "unknown-issuer"
  | "expired"
  | "not-valid-yet"
  | "revoked"
  | "another-name";

const faults: Record<string, CertificateFault> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "unknown-issuer",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unknown-issuer",
  UNABLE_TO_GET_ISSUER_CERT: "unknown-issuer",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "unknown-issuer",
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "not-valid-yet",
  CERT_REVOKED: "revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "another-name",
};

/** Why a server's certificate was refused, from Node's error code; undefined when that was not it. */
export const certificateFault = (code: string | undefined): CertificateFault | undefined =>
  code === undefined ? undefined : faults[code];

const inWords: Record<CertificateFault, string> = {
  "self-signed": "it is self-signed",
  "unknown-issuer": "it was issued by somebody whom this machine does not know",
  expired: "it has expired",
  "not-valid-yet": "it is not valid yet",
  revoked: "it was revoked",
  "another-name": "it is for another name",
};

export function certificateProblem(code: string | undefined): string | undefined {
  const fault = certificateFault(code);
  return fault && `The mail server's certificate cannot be trusted: ${inWords[fault]}`;
}
