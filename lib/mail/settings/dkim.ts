import { createPrivateKey, createPublicKey, generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import type { InputError } from "@/lib/input-error";

/** RFC 8301 §3.2: signers use 2048 bits, and fewer than 1024 are not believed. */
const newBits = 2048;
const minBits = 1024;

export type DkimPair = { privateKey: string; publicKey: string };

export async function newDkimKey(): Promise<DkimPair> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: newBits });
  return pairOf(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
}

/** PKCS#1 or PKCS#8. Only RSA: few receivers know Ed25519 (RFC 8463). */
export function readDkimKey(pasted: string): { ok: true; pair: DkimPair } | { ok: false; error: InputError } {
  const pem = pasted.trim();
  if (/ENCRYPTED/.test(pem)) return { ok: false, error: { code: "dkim-key-has-passphrase" } };
  if (!/^-----BEGIN (RSA )?PRIVATE KEY-----/.test(pem)) {
    return { ok: false, error: { code: "dkim-key-not-pem" } };
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== "rsa") return { ok: false, error: { code: "dkim-key-not-rsa" } };
    if (key.asymmetricKeyDetails!.modulusLength! < minBits) {
      return { ok: false, error: { code: "dkim-key-too-short", least: minBits } };
    }
    return { ok: true, pair: pairOf(key.export({ type: "pkcs8", format: "pem" }).toString()) };
  } catch {
    return { ok: false, error: { code: "dkim-key-damaged" } };
  }
}

function pairOf(privateKey: string): DkimPair {
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64");
  return { privateKey, publicKey };
}

export type DkimRecord = {
  name: string;
  value: string;
  /** For a zone file: a string of a TXT record has at most 255 characters (RFC 1035 §3.3.14). */
  zoneLine: string;
};

/** What has to stand in DNS before mails are signed (RFC 6376 §3.6.1). */
export function dkimRecord(at: { domain: string; selector: string; publicKey: string }): DkimRecord {
  const name = `${at.selector}._domainkey.${at.domain}`;
  const value = `v=DKIM1; k=rsa; p=${at.publicKey}`;
  const strings = value.match(/.{1,255}/g)!.map((part) => `"${part}"`);
  return { name, value, zoneLine: `${name}. IN TXT ( ${strings.join(" ")} )` };
}

export type RecordState = "published" | "missing" | "another-key" | "unknown";

/** "unknown": DNS did not answer. */
export async function checkDkimRecord(
  { name, value }: DkimRecord,
  lookUp: (name: string) => Promise<string[][]>,
): Promise<RecordState> {
  try {
    const texts = (await lookUp(name)).map((strings) => strings.join(""));
    if (texts.length === 0) return "missing";
    return texts.some((text) => keyIn(text) === keyIn(value)) ? "published" : "another-key";
  } catch (error) {
    return ["ENOTFOUND", "ENODATA"].includes((error as NodeJS.ErrnoException).code ?? "") ? "missing" : "unknown";
  }
}

const keyIn = (text: string): string | undefined => /(?:^|;)\s*p\s*=([^;]*)/.exec(text)?.[1]?.replace(/\s/g, "");
