import { createHmac, timingSafeEqual } from "node:crypto";
import { validate } from "uuid";
import { deriveKey } from "@/lib/app-secret";

const maxLocal = 64;
const signatureLength = 10;
const letters = "abcdefghijklmnopqrstuvwxyz234567";
const shape = new RegExp(`\\+b-([0-9a-f]{32})-([a-z2-7]{${signatureLength}})$`);

/** Longest local part of a sender with which bounces can be matched (RFC 5321 §4.5.3.1.1). */
export const maxVerpLocal = maxLocal - "+b-".length - 32 - "-".length - signatureLength;

/**
 * Envelope sender of one delivery (VERP): a bounce to it names its delivery. Signed, so that nobody can invent a bounce.
 * @returns null when `from` is too long: bounces then go to `from`
 */
export function makeVerp(from: string, deliveryId: string, appSecret: string): string | null {
  const at = from.lastIndexOf("@");
  const local = from.slice(0, at);
  if (at < 1 || local.length > maxVerpLocal) return null;
  const id = deliveryId.replaceAll("-", "").toLowerCase();
  return `${local}+b-${id}-${sign(id, appSecret)}${from.slice(at)}`;
}

/** The delivery of a VERP address, also after the sender address changed; null for any other address or signature. */
export function verifyVerp(address: string, appSecret: string): string | null {
  const local = address.slice(0, address.lastIndexOf("@")).toLowerCase();
  const [, id, signature] = shape.exec(local) ?? [];
  if (!id || !signature || !timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, appSecret)))) return null;
  const deliveryId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return validate(deliveryId) ? deliveryId : null;
}

/** 50 bits: enough against guessing by mail, and short enough for the address. */
function sign(id: string, appSecret: string): string {
  const mac = createHmac("sha256", deriveKey(appSecret, "verp")).update(id).digest();
  return [...mac.subarray(0, signatureLength)].map((byte) => letters[byte % letters.length]).join("");
}
