import { randomBytes } from "node:crypto";

/** Crockford's base 32: five bits of a byte pick each letter equally often. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const groups = 4;
const lettersPerGroup = 6;

/** 120 random bits: `k3vq8m-0d7xya-h2ngt5-9wzbcr`. On many servers, the name alone lets a person in. */
export function newRoomName(): string {
  return Array.from({ length: groups }, newGroup).join("-");
}

/** Jitsi's client changes any other name, which then differs from the token's `room`. */
export function isRoomName(room: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(room);
}

function newGroup(): string {
  return Array.from(randomBytes(lettersPerGroup), (byte) => letters[byte & 31]).join("");
}
