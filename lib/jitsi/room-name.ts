import { randomBytes } from "node:crypto";

/** Crockford's base 32: no i, l, o (read as digits) and no u. 32 letters, so five bits of a byte pick one evenly. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const groups = 4;
const lettersPerGroup = 6;

/**
 * A room nobody can guess: 120 random bits, such as `k3vq8m-0d7xya-h2ngt5-9wzbcr`.
 * Never derived from the title: on many servers the room's name is all that a stranger needs.
 */
export function newRoomName(): string {
  return Array.from({ length: groups }, newGroup).join("-");
}

/** Outside this shape Jitsi's client encodes or folds the name, and it no longer equals the token's `room`. */
export function isRoomName(room: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(room);
}

function newGroup(): string {
  return Array.from(randomBytes(lettersPerGroup), (byte) => letters[byte & 31]).join("");
}
