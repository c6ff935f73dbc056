import { importPKCS8 } from "jose";

/** `alg` of a room token (RFC 7518 §3.1). Prosody takes HS256; JaaS takes RS256 only. */
export type Algorithm = "HS256" | "HS384" | "HS512" | "RS256" | "RS384" | "RS512";

// Importing costs as much as signing, so import once per credential.
// `secret` is the app secret for HS…, the private key in PKCS#8 (PEM) for RS….
export async function importSigningKey(secret: string, algorithm: Algorithm = "HS256"): Promise<CryptoKey> {
  if (algorithm.startsWith("RS")) return importPKCS8(secret, algorithm);
  const hmac = { name: "HMAC", hash: `SHA-${algorithm.slice(2)}` };
  return crypto.subtle.importKey("raw", new TextEncoder().encode(secret), hmac, false, ["sign"]);
}

export function signatureByteLength({ algorithm }: CryptoKey): number {
  const { hash, modulusLength } = algorithm as HmacKeyAlgorithm & Partial<RsaHashedKeyAlgorithm>;
  return (modulusLength ?? Number(hash.name.slice("SHA-".length))) / 8;
}
