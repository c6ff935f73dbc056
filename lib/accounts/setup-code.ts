import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveKey } from "@/lib/app-secret";

/**
 * The code in the set-up link. Derived, not stored: every process prints the same one, and it opens nothing once
 * the first admin exists.
 */
export const setupCode = (appSecret: string): string =>
  createHmac("sha256", deriveKey(appSecret, "setup-code")).update("first run").digest("base64url").slice(0, 24);

export function isSetupCode(given: string, appSecret: string): boolean {
  const [a, b] = [given, setupCode(appSecret)].map((code) => createHmac("sha256", "compare").update(code).digest());
  return timingSafeEqual(a!, b!);
}
