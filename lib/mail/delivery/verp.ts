import { createHmac, timingSafeEqual } from "node:crypto";
import { validate } from "uuid";
import { deriveKey } from "@/lib/app-secret";

/** RFC 5321 §4.5.3.1.1. */
const longestLocal = 64;
const signatureLength = 10;
/** Lower-case letters and digits: some servers change the case of what stands before the @. */
const letters = "abcdefghijklmnopqrstuvwxyz234567";
const shape = new RegExp(`\\+b-([0-9a-f]{32})-([a-z2-7]{${signatureLength}})$`);

/** Letters that an address before the @ may have at most, or no bounce can be told by its recipient. */
export const longestVerpLocal = longestLocal - "+b-".length - 32 - "-".length - signatureLength;

/**
 * The envelope's sender of one delivery (VERP): a bounce comes back to it and so says which delivery it is about, whatever
 * the server that wrote it quotes. Signed, for a bounce changes what the organiser sees; the From header stays `from`.
 * @returns null when `from` is too long to carry it: bounces then come back to `from` itself
 */
export function makeVerp(from: string, deliveryId: string, appSecret: string): string | null {
  const at = from.lastIndexOf("@");
  const local = from.slice(0, at);
  if (at < 1 || local.length > longestVerpLocal) return null;
  const id = deliveryId.replaceAll("-", "").toLowerCase();
  return `${local}+b-${id}-${sign(id, appSecret)}${from.slice(at)}`;
}

/**
 * The delivery that an address of makeVerp belongs to, or null: any other address, or a signature that is not ours. What
 * stands before it does not count, so that bounces find back after the From address was changed.
 */
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
