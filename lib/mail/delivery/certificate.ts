import type { Reason } from "@/lib/mail/ledger/reasons";

export type CertificateFault = Extract<Reason, `certificate-${string}`>;

const faults: Record<string, CertificateFault> = {
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

export const certificateFault = (code: string | undefined): CertificateFault | undefined =>
  code === undefined ? undefined : faults[code];
