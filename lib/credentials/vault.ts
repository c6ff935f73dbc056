import { CompactEncrypt, compactDecrypt } from "jose";
import { deriveKey } from "@/lib/app-secret";

/** Names the derived key in the sealed text, so that a later one can stand beside it while rows are sealed anew. */
const keyId = "1";

const encode = new TextEncoder();
const decode = new TextDecoder();

/**
 * Seals a secret for the database (JWE, A256GCM). `context` is what it belongs to: a sealed secret that was
 * copied into another row does not open there.
 */
export async function seal(secret: string, context: string, appSecret: string): Promise<string> {
  return new CompactEncrypt(encode.encode(secret))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: keyId, ctx: context })
    .encrypt(deriveKey(appSecret, "vault"));
}

/** @throws when APP_SECRET is not the one it was sealed with, or the text was changed or belongs elsewhere */
export async function unseal(sealed: string, context: string, appSecret: string): Promise<string> {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, deriveKey(appSecret, "vault"), {
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  if (protectedHeader.ctx !== context) throw new Error("A sealed secret stands in a row that it was not sealed for");
  return decode.decode(plaintext);
}
