import fc from "fast-check";
import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { newRoomName } from "@/lib/jitsi/room-name";
import { shortenName, signRoomToken } from "@/lib/jitsi/room-token";
import { roomUrl } from "@/lib/jitsi/room-url";
import { importSigningKey } from "@/lib/jitsi/signing-algorithm";
import { appSecret, facts } from "@/tests/unit/jitsi/facts";

type Shown = { name?: string; email?: string; avatar?: string };

const longName = `${"Ann ".repeat(24)}Anne`; // 100 characters

/** As long as a host and tenant may be: 97 characters. */
const baseUrl = `https://${"conference.".repeat(6)}example.org/${"tenant".repeat(3)}t`;

async function linkOf(user: object, credential: { issuer?: string; audience?: string; subject?: string } = {}) {
  const room = newRoomName();
  const token = await signRoomToken(facts({ ...credential, room, user }), await importSigningKey(appSecret));
  const url = roomUrl({ baseUrl, room, token, title: longName });
  return { length: url.length, shown: (decodeJwt(token).context as { user: Shown }).user };
}

const longPicture = `https://example.org/${"p".repeat(500)}.png`;
const longEmail = `${"e".repeat(64)}@${"d".repeat(180)}.example`;

test("the picture is left out before anything else", async () => {
  const { length, shown } = await linkOf({ name: longName, avatarUrl: longPicture });
  expect(length).toBeLessThan(1000);
  expect(shown).toMatchObject({ name: longName, email: "ann@example.org" });
  expect(shown.avatar).toBeUndefined();
});

test("a picture that fits stays", async () => {
  const { length, shown } = await linkOf({ avatarUrl: "https://example.org/people/ann-lee.png" });
  expect(length).toBeLessThan(1000);
  expect(shown.avatar).toBe("https://example.org/people/ann-lee.png");
});

test("a picture's address of any length leaves the whole link under 1,000 characters", async () => {
  for (let length = 0; length < 400; length++) {
    const avatarUrl = `https://example.org/${"p".repeat(length)}`;
    expect((await linkOf({ name: longName, avatarUrl })).length).toBeLessThan(1000);
  }
});

test("a long address is left out before the name is touched", async () => {
  const { length, shown } = await linkOf({ name: longName, email: longEmail, avatarUrl: longPicture });
  expect(length).toBeLessThan(1000);
  expect(shown.name).toBe(longName);
  expect(shown.email).toBeUndefined();
});

test("the longest app ID and audience leave room for the link as well", async () => {
  const credential = { issuer: "i".repeat(64), audience: "a".repeat(64), subject: "s".repeat(64) };
  const { length, shown } = await linkOf({ name: '"'.repeat(100), email: longEmail }, credential);
  expect(length).toBeLessThan(1000);
  expect(shown.name).toMatch(/^"+…$/);
});

test("a link stays under 1,000 characters, whatever name, address and picture are", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, email, picture) => {
      expect((await linkOf({ name, email, avatarUrl: `https://example.org/${picture}` })).length).toBeLessThan(1000);
    }),
  );
});

test("a name is cut between signs, never inside one", () => {
  const family = "👨‍👩‍👧‍👦";
  expect(shortenName(family.repeat(10), 60)).toBe(`${family.repeat(2)}…`);
  expect(shortenName("e\u0301".repeat(30), 20)).toBe(`${"e\u0301".repeat(5)}…`);
  expect(shortenName("Ann Lee", 7)).toBe("Ann Lee");
});
