const problems: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "it is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "it was issued by somebody whom this machine does not know",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "it was issued by somebody whom this machine does not know",
  UNABLE_TO_GET_ISSUER_CERT: "it was issued by somebody whom this machine does not know",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "it was issued by somebody whom this machine does not know",
  CERT_HAS_EXPIRED: "it has expired",
  CERT_NOT_YET_VALID: "it is not valid yet",
  CERT_REVOKED: "it was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "it is for another name",
};

/** Why a server's certificate was refused, from Node's error code; undefined when that was not it. */
export function certificateProblem(code: string | undefined): string | undefined {
  const why = code === undefined ? undefined : problems[code];
  return why && `The mail server's certificate cannot be trusted: ${why}`;
}
