import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { answerKey, answerUrl, participantOf } from "@/lib/links/answer-link";

const key = answerKey("a secret for tests, thirty-two characters");
const place = "https://latchkey.example/rsvp/";
const tokenFor = (id: string, by = key) => answerUrl("https://latchkey.example", id, by).slice(place.length);

test("an answer link leads back to its participant, and is the same each time", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(participantOf(tokenFor(id), key)).toBe(id);
      expect(tokenFor(id)).toBe(tokenFor(id));
      expect(tokenFor(id)).toMatch(/^[\w-]{64}$/);
    }),
  );
});

test("a token with any one bit changed is refused", () => {
  const token = tokenFor(v7());
  const bytes = Buffer.from(token, "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(participantOf(changed.toString("base64url"), key)).toBeNull();
  }
});

test("a token with any one letter changed, added or missing is refused", () => {
  const letter = fc.constantFrom(..."ABCxyz019-_=+/ .%\n\0é");
  fc.assert(
    fc.property(fc.uuid(), fc.nat(63), letter, (id, at, other) => {
      const token = tokenFor(id);
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      if (changed !== token) expect(participantOf(changed, key)).toBeNull();
      expect(participantOf(token.slice(0, at) + token.slice(at + 1), key)).toBeNull();
      expect(participantOf(token + other, key)).toBeNull();
    }),
  );
});

test("whatever is not a token is refused without an error", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => participantOf(text, key) === null));
  expect(participantOf(v7(), key)).toBeNull();
  expect(participantOf("A".repeat(64), key)).toBeNull();
});

test("a token of another installation or another participant is refused", () => {
  const [one, other] = [v7(), v7()];
  expect(participantOf(tokenFor(one, answerKey("the secret of another installation")), key)).toBeNull();
  const [a, b] = [one, other].map((id) => Buffer.from(tokenFor(id), "base64url"));
  const mixed = Buffer.concat([a!.subarray(0, 16), b!.subarray(16)]);
  expect(participantOf(mixed.toString("base64url"), key)).toBeNull();
});
