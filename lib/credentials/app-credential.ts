import { base64url } from "jose";
import type { InputError, PlainCode } from "@/lib/input-error";

// What an admin enters about an app on a Jitsi server: its ID, its secret and its audience.

/** RFC 7518 §3.2. A shorter key can be guessed from one mailed token. */
const secretBytes = 32;
const minDistinctLetters = 10;
const maxNameBytes = 64;

/** 256 random bits in letters that Lua, debconf, sed and docker do not change. */
export function newAppSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

/** Takes an existing secret as it is, because Jitsi compares bytes. */
export function appSecretError(secret: string): PlainCode | null {
  const fault = pasteFault(secret);
  if (fault) return `secret-${fault}`;
  if (Buffer.byteLength(secret) < secretBytes) return "secret-too-short";
  return new Set(secret).size < minDistinctLetters ? "secret-repeats" : null;
}

export const appIdError = (appId: string): InputError | null =>
  appId === "" ? { code: "app-id-missing" } : nameError("app-id", appId);

export const audienceError = (audience: string): InputError | null => nameError("audience", audience);

function nameError(what: "app-id" | "audience", name: string): InputError | null {
  const fault = pasteFault(name);
  if (fault) return { code: `${what}-${fault}` };
  // Counted as the token has it. A long one makes links too long.
  if (Buffer.byteLength(JSON.stringify(name)) - 2 > maxNameBytes)
    return { code: `${what}-too-long`, most: maxNameBytes };
  // Docker splits JWT_ACCEPTED_ISSUERS at commas, and "*" there would accept every app ID.
  return /[,*]/.test(name) ? { code: `${what}-comma` } : null;
}

/** A token or a whole line was pasted, or the text has characters that no configuration file carries. */
function pasteFault(text: string): "token" | "setting" | "invisible" | null {
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return "token";
  if (/^(?:export\s+)?(?:JWT_[A-Z_]+|app_id|app_secret|asap_\w+)\s*[=:]/.test(text)) return "setting";
  return /[^\P{C}]|[^\P{Z} ]/u.test(text) ? "invisible" : null;
}
