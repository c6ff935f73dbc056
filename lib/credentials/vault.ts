import { CompactEncrypt, compactDecrypt } from "jose";
import { deriveKey } from "@/lib/app-secret";

/** So that a later key can stand beside this one while rows are sealed again. */
const keyId = "1";

const encode = new TextEncoder();
const decode = new TextDecoder();

/** Seals a secret (JWE, RFC 7516). It does not open with another `context`, such as the ID of another row. */
export async function seal(secret: string, context: string, appSecret: string): Promise<string> {
  return new CompactEncrypt(encode.encode(secret))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: keyId, ctx: context })
    .encrypt(deriveKey(appSecret, "vault"));
}

/** @throws with another APP_SECRET or context, or when the text was changed */
export async function unseal(sealed: string, context: string, appSecret: string): Promise<string> {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, deriveKey(appSecret, "vault"), {
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  if (protectedHeader.ctx !== context) throw new Error("A sealed secret stands in a row that it was not sealed for");
  return decode.decode(plaintext);
}
