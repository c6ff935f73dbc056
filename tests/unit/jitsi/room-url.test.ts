import { describe, expect, test } from "vitest";
import { roomTokenClaims, signRoomToken } from "@/lib/jitsi/room-token";
import { describeToken, roomUrl } from "@/lib/jitsi/room-url";
import { importSigningKey } from "@/lib/jitsi/signing-algorithm";
import { appSecret, facts } from "@/tests/unit/jitsi/facts";

const room = "k3vq8m-0d7xya";
const titled = "#config.subject=%22Board%22";
const link = (baseUrl: string, title = "Board") => roomUrl({ baseUrl, room, token: "a.b-c_d.e", title });

describe("a personal link", () => {
  test("is the domain, the room, the token and the title", () => {
    expect(link("https://meet.example.org")).toBe(`https://meet.example.org/${room}?jwt=a.b-c_d.e${titled}`);
    expect(link("HTTPS://Meet.Example.ORG/")).toBe(`https://meet.example.org/${room}?jwt=a.b-c_d.e${titled}`);
    expect(link("http://localhost:8443")).toBe(`http://localhost:8443/${room}?jwt=a.b-c_d.e${titled}`);
  });

  test("carries any title to Jitsi unchanged, in characters that end no link", () => {
    for (const title of ['It\'s (all) "done"! *', "Rat & Verwaltung #1?jwt=x", "取締役会 👋"]) {
      const url = link("https://meet.example.org", title);
      expect(url).toMatch(/^[\w:/?=#%.~-]+$/);
      expect(new URL(url).href).toBe(url);
      const setting = new URL(url).hash.replace("#config.subject=", "");
      expect(JSON.parse(decodeURIComponent(setting))).toBe(title);
      expect(new URL(url).searchParams.get("jwt")).toBe("a.b-c_d.e");
    }
  });

  test("leaves out a title that would make it too long for mail programs", () => {
    const start = link("https://meet.example.org", "").length;
    expect(link("https://meet.example.org", "x".repeat(999 - start))).toHaveLength(999);
    expect(link("https://meet.example.org", "x".repeat(1000 - start))).not.toContain("#");
  });

  test("keeps a tenant's path and nothing else of the base URL", () => {
    expect(link("https://meet.example.org/sales//")).toBe(
      `https://meet.example.org/sales/${room}?jwt=a.b-c_d.e${titled}`,
    );
    expect(link("https://u:p@meet.example.org/?a=1#b")).toBe(`https://meet.example.org/${room}?jwt=a.b-c_d.e${titled}`);
  });

  test("is never made for anything but http and https", () => {
    for (const baseUrl of ["javascript:alert(1)", "ftp://meet.example.org", "data:,", "meet.example.org", ""])
      expect(() => link(baseUrl)).toThrow(TypeError);
  });

  test("never leads out of its domain through the room's name", () => {
    for (const hostile of ["../x", "a?b", "a#b", "//evil.example"])
      expect(() => roomUrl({ baseUrl: "https://meet.example.org", room: hostile, token: "a.b.c", title: "" })).toThrow(
        RangeError,
      );
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
