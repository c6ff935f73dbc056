import { hkdfSync } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Env } from "@/lib/env";
import { newSecret } from "@/lib/ids";

/** APP_SECRET, or a file in DATA_DIR that is made on first use. All other keys are derived from it. */
export function loadAppSecret(env: Pick<Env, "appSecret" | "dataDir">): string {
  if (env.appSecret) return env.appSecret;
  const file = path.join(env.dataDir, "app-secret");
  return readSecret(file) ?? createSecret(file);
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Linked into place, so that two starts at once agree and a crash leaves no half file. */
function createSecret(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${newSecret()}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return readSecret(file)!;
}

/** HKDF, RFC 5869. */
export function deriveKey(appSecret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", appSecret, "", `latchkey/${purpose}`, 32));
}
