import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { deriveKey } from "@/lib/app-secret";

const idBytes = 16;
/** 48 bytes fill 64 letters without spare bits, so each token has one spelling. */
const tokenShape = /^[A-Za-z0-9_-]{64}$/;

/** Answer links are not stored: the app secret makes and checks them. */
export const answerKey = (appSecret: string): Uint8Array => deriveKey(appSecret, "answer-link");

/** @param publicUrl without a slash at its end */
export function answerUrl(publicUrl: string, participantId: string, key: Uint8Array): string {
  const id = Buffer.from(parse(participantId));
  return `${publicUrl}/rsvp/${Buffer.concat([id, macOf(id, key)]).toString("base64url")}`;
}

/** Null for a token that we did not make. Takes the same time for any wrong code. */
export function participantOf(token: string, key: Uint8Array): string | null {
  if (!tokenShape.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const id = bytes.subarray(0, idBytes);
  if (!timingSafeEqual(bytes.subarray(idBytes), macOf(id, key))) return null;
  return stringify(id);
}

const macOf = (id: Buffer, key: Uint8Array): Buffer => createHmac("sha256", key).update(id).digest();
