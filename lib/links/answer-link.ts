import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { deriveKey } from "@/lib/app-secret";

const idBytes = 16;
/** 16 bytes of the ID and 32 of the code are 64 letters with no bits left over: each token can be written in one way only. */
const written = /^[A-Za-z0-9_-]{64}$/;

/** Key of the answer links. Nothing about them is stored: whoever has the app secret can make and check them. */
export const answerKey = (appSecret: string): Uint8Array => deriveKey(appSecret, "answer-link");

/**
 * The address at which one participant answers, and nothing else: it opens no room, and stands in the mail's text
 * beside the personal link.
 * @param publicUrl without a slash at its end
 */
export function answerUrl(publicUrl: string, participantId: string, key: Uint8Array): string {
  const id = Buffer.from(parse(participantId));
  return `${publicUrl}/rsvp/${Buffer.concat([id, macOf(id, key)]).toString("base64url")}`;
}

/** Whose token it is, or null for one that we did not make. Takes the same time however much of it is right. */
export function participantOf(token: string, key: Uint8Array): string | null {
  if (!written.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const id = bytes.subarray(0, idBytes);
  if (!timingSafeEqual(bytes.subarray(idBytes), macOf(id, key))) return null;
  return stringify(id);
}

const macOf = (id: Buffer, key: Uint8Array): Buffer => createHmac("sha256", key).update(id).digest();
