import fc from "fast-check";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { roomTokenClaims, signRoomToken } from "@/lib/jitsi/room-token";
import { importSigningKey } from "@/lib/jitsi/signing-algorithm";
import { appSecret, facts } from "@/tests/unit/jitsi/facts";

type User = { id: string; name?: string; email?: string; avatar?: string };
const userIn = (claims: Record<string, unknown>) => (claims.context as { user: User }).user;

describe("what a token says", () => {
  test("an organiser's claims are exactly those that real servers were seen to accept", () => {
    expect(roomTokenClaims(facts())).toStrictEqual({
      iss: "latchkey",
      aud: "jitsi",
      sub: "meet.example.org",
      room: "k3vq8m-0d7xya-h2ngt5-9wzbcr",
      iat: 1795510800,
      nbf: 1795513440,
      exp: 1795532400,
      jti: "01935f0e-7a5b-7c3d-9e2f-1a2b3c4d5e6f",
      context: {
        user: {
          id: "01935f0e-0000-7000-8000-000000000001",
          name: "Ann Lee",
          email: "ann@example.org",
          moderator: true,
          affiliation: "owner",
          lobby_bypass: true,
        },
      },
      moderator: true,
    });
  });

  test("a participant is moderator in none of the places where a server may look", () => {
    const claims = roomTokenClaims(facts({ moderator: false }));
    expect(claims.moderator).toBe(false);
    expect(userIn(claims)).toMatchObject({ moderator: false, affiliation: "member" });
    expect(userIn(claims)).not.toHaveProperty("lobby_bypass");
  });

  test("a picture is named when there is one, and only when a browser may load it", () => {
    const picture = (avatarUrl: string) => userIn(roomTokenClaims(facts({ user: { avatarUrl } }))).avatar;
    expect(picture("https://example.org/ann.png")).toBe("https://example.org/ann.png");
    expect(picture("javascript:alert(1)")).toBeUndefined();
    expect(picture("https://")).toBeUndefined();
  });

  test("what is not known is left out, never null or empty", () => {
    const user = userIn(roomTokenClaims(facts({ user: { name: "\u0000", email: "" } })));
    expect(Object.keys(user)).toEqual(["id", "moderator", "affiliation", "lobby_bypass"]);
  });

  test("a room that the client would fold or encode is never signed", () => {
    for (const room of ["", "Standup", "a b", "ü", "*", "a".repeat(65), "room\n"])
      expect(() => roomTokenClaims(facts({ room }))).toThrow(RangeError);
  });

  test("a token without an end is never signed", () => {
    expect(() => roomTokenClaims(facts({ expiresAt: new Date(Number.NaN) }))).toThrow(RangeError);
  });

  test("no text brings a control, bidi or half character into a token", () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom("\r", "\n", "\u0000", "\u0085", "\u202e", "\ud800"),
        fc.string({ unit: "binary" }),
      ),
    });
    fc.assert(
      fc.property(hostile, hostile, fc.webUrl(), (name, email, url) => {
        const texts = Object.values(userIn(roomTokenClaims(facts({ user: { name, email, avatarUrl: url + name } }))));
        for (const text of texts)
          expect(String(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u);
      }),
    );
  });
});

describe("the signed token", () => {
  test("its header has the typ that Prosody insists on", async () => {
    const token = await signRoomToken(facts(), await importSigningKey(appSecret));
    expect(decodeProtectedHeader(token)).toStrictEqual({ alg: "HS256", typ: "JWT" });
  });

  test("a verifier who knows the app secret reads the claims back", async () => {
    const token = await signRoomToken(facts(), await importSigningKey(appSecret));
    const { payload } = await jwtVerify(token, new TextEncoder().encode(appSecret), { currentDate: facts().notBefore });
    expect(payload).toStrictEqual(roomTokenClaims(facts()));
  });

  test("the same facts give the same token, so a retried mail has the same bytes", async () => {
    const [first, second] = [await importSigningKey(appSecret), await importSigningKey(appSecret)];
    const tokens = await Promise.all([first, second].map((key) => signRoomToken(facts(), key)));
    expect(new Set(tokens).size).toBe(1);
  });
});
