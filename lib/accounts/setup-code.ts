import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveKey } from "@/lib/app-secret";

/** Derived, not stored: every process prints the same code. It opens nothing once an account exists. */
export const setupCode = (appSecret: string): string =>
  createHmac("sha256", deriveKey(appSecret, "setup-code")).update("first run").digest("base64url").slice(0, 24);

export function isSetupCode(given: string, appSecret: string): boolean {
  const [a, b] = [given, setupCode(appSecret)].map((code) => createHmac("sha256", "compare").update(code).digest());
  return timingSafeEqual(a!, b!);
}
