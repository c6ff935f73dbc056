import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import type { Env } from "@/lib/env";
import type { CurrentMail } from "@/lib/mail/settings/current";

/** lib/start puts it together. */
export type Runtime = {
  env: Env;
  db: Database;
  appSecret: string;
  keys: SigningKeys;
  mail: CurrentMail;
  /** Host of the From address, for Message-IDs and UIDs. */
  readonly mailHost: string;
  /** On first run only, with the one-time code. */
  setupUrl: string | null;
  stop(): Promise<void>;
};

// Next bundles modules several times. The process has one runtime.
const slot = globalThis as { latchkeyRuntime?: Runtime };

export function runtime(): Runtime {
  if (!slot.latchkeyRuntime) throw new Error("Latchkey has not started in this process");
  return slot.latchkeyRuntime;
}

export function keepRuntime(started: Runtime | null): void {
  if (started) slot.latchkeyRuntime = started;
  else delete slot.latchkeyRuntime;
}
