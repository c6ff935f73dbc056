import { describe, expect, test } from "vitest";
import { roomTokenClaims, signRoomToken } from "@/lib/jitsi/room-token";
import { describeToken, roomUrl } from "@/lib/jitsi/room-url";
import { importSigningKey } from "@/lib/jitsi/signing-algorithm";
import { appSecret, facts } from "@/tests/unit/jitsi/facts";

const room = "k3vq8m-0d7xya";
const link = (baseUrl: string) => roomUrl({ baseUrl, room, token: "a.b-c_d.e" });

describe("a personal link", () => {
  test("is the domain, the room and the token", () => {
    expect(link("https://meet.example.org")).toBe(`https://meet.example.org/${room}?jwt=a.b-c_d.e`);
    expect(link("HTTPS://Meet.Example.ORG/")).toBe(`https://meet.example.org/${room}?jwt=a.b-c_d.e`);
    expect(link("http://localhost:8443")).toBe(`http://localhost:8443/${room}?jwt=a.b-c_d.e`);
  });

  test("keeps a tenant's path and nothing else of the base URL", () => {
    expect(link("https://meet.example.org/sales//")).toBe(`https://meet.example.org/sales/${room}?jwt=a.b-c_d.e`);
    expect(link("https://u:p@meet.example.org/?a=1#b")).toBe(`https://meet.example.org/${room}?jwt=a.b-c_d.e`);
  });

  test("is never made for anything but http and https", () => {
    for (const baseUrl of ["javascript:alert(1)", "ftp://meet.example.org", "data:,", "meet.example.org", ""])
      expect(() => link(baseUrl)).toThrow(TypeError);
  });

  test("never leads out of its domain through the room's name", () => {
    for (const hostile of ["../x", "a?b", "a#b", "//evil.example"])
      expect(() => roomUrl({ baseUrl: "https://meet.example.org", room: hostile, token: "a.b.c" })).toThrow(RangeError);
  });
});

describe("a token that an admin looks at", () => {
  test("shows its header and what it says, expired or not", async () => {
    const token = await signRoomToken(facts(), await importSigningKey(appSecret));
    expect(describeToken(token)).toEqual({ header: { alg: "HS256", typ: "JWT" }, claims: roomTokenClaims(facts()) });
  });

  test("is null when it is no token", () => {
    for (const text of ["", "x", "a.b.c", "e30.W10.", "a.b.c.d.e", "\u0000"]) expect(describeToken(text)).toBeNull();
  });
});
