import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import type { Env } from "@/lib/env";
import type { CurrentMail } from "@/lib/mail/settings/current";

/** What a started process has: lib/start puts it together. */
export type Runtime = {
  env: Env;
  db: Database;
  appSecret: string;
  keys: SigningKeys;
  mail: CurrentMail;
  /** Host of the From address: the right side of Message-IDs and calendar UIDs. */
  readonly mailHost: string;
  /** On first run: where the first admin is made, with the one-time code. */
  setupUrl: string | null;
  stop(): Promise<void>;
};

// Next bundles modules several times; the process has one runtime all the same.
const slot = globalThis as { latchkeyRuntime?: Runtime };

export function runtime(): Runtime {
  if (!slot.latchkeyRuntime) throw new Error("Latchkey has not started in this process");
  return slot.latchkeyRuntime;
}

/** Called once, when everything has started; with null when it stops. */
export function keepRuntime(started: Runtime | null): void {
  if (started) slot.latchkeyRuntime = started;
  else delete slot.latchkeyRuntime;
}
