import { randomBytes, randomUUID } from "node:crypto";
import { CompactSign, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAppSecret } from "@/lib/credentials/app-credential";
import { newRoomName } from "@/lib/jitsi/room-name";
import { type RoomTokenFacts, roomTokenClaims, signRoomToken } from "@/lib/jitsi/room-token";
import { roomUrl } from "@/lib/jitsi/room-url";
import { importSigningKey } from "@/lib/jitsi/signing-algorithm";
import { type Prosody, startProsody } from "@/tests/support/prosody/start";
import { enterRoom, joinRoom } from "@/tests/support/xmpp";

const domain = "meet.example.org";
// An existing server may have characters with a meaning in Lua, sed or docker.
const appId = `latchkey's "app" $1 \\`;
const audience = "https://meet.example.org";
const appSecret = `${randomBytes(32).toString("base64")}/&'"\\ ü`;
const room = newRoomName();
const minute = 60_000;

let prosody: Prosody;
beforeAll(async () => {
  prosody = await startProsody({ domain, appId, appSecret, audience });
});
afterAll(() => prosody?.stop());

function facts(changes: Partial<RoomTokenFacts> = {}): RoomTokenFacts {
  const now = Date.now();
  return {
    jti: randomUUID(),
    room,
    moderator: false,
    issuedAt: new Date(now),
    notBefore: new Date(now - minute),
    expiresAt: new Date(now + 60 * minute),
    issuer: appId,
    audience,
    subject: domain,
    user: { id: randomUUID(), name: "Ann Lee", email: "ann@example.org", avatarUrl: null },
    ...changes,
  };
}

function link(token: string) {
  return roomUrl({ baseUrl: `https://${domain}`, room, token, title: "Board" });
}

async function linkFor(changes: Partial<RoomTokenFacts> = {}, secret = appSecret) {
  return link(await signRoomToken(facts(changes), await importSigningKey(secret)));
}

const refusedAtConnect = (reason: string) => ({ admitted: false, stage: "connect", reason });
const refusedAtRoom = { admitted: false, stage: "room", reason: "not-allowed: Room and token mismatched" };

describe("who comes in", () => {
  test("the organiser's link makes a moderator", async () => {
    const url = await linkFor({ moderator: true });
    expect(await joinRoom({ prosody, url })).toEqual({ admitted: true, affiliation: "owner", role: "moderator" });
  });

  test("a participant is no moderator, not even as the first in the room", async () => {
    const url = await linkFor();
    expect(await joinRoom({ prosody, url })).toEqual({ admitted: true, affiliation: "member", role: "participant" });
  });

  test("an organiser who comes late is moderator of the room that a participant opened", async () => {
    const early = await enterRoom({ prosody, url: await linkFor() });
    const late = await joinRoom({ prosody, url: await linkFor({ moderator: true }) });
    await early.leave();
    expect(late).toEqual({ admitted: true, affiliation: "owner", role: "moderator" });
  });

  test("a link works again after the connection was lost", async () => {
    const url = await linkFor();
    await joinRoom({ prosody, url });
    expect(await joinRoom({ prosody, url })).toMatchObject({ admitted: true });
  });

  test("a hostile name is let in like any other, and the client gets its answer", async () => {
    const name = "Ann\r\n\u0000\u0085\u202e</name><x/>\"\\' \ud800 \ufffe 👩‍👩‍👧‍👦";
    const url = await linkFor({ user: { ...facts().user, name } });
    expect(await joinRoom({ prosody, url })).toMatchObject({ admitted: true });
  });
});

describe("who stays out", () => {
  test("a link opens its own room only", async () => {
    expect(await joinRoom({ prosody, url: await linkFor(), room: newRoomName() })).toEqual(refusedAtRoom);
  });

  test("a link into another room stays out of it while people are inside", async () => {
    const other = newRoomName();
    const inside = await enterRoom({ prosody, url: await linkFor({ room: other }), room: other });
    const stranger = await joinRoom({ prosody, url: await linkFor({ moderator: true }), room: other });
    await inside.leave();
    expect(inside.admission).toMatchObject({ admitted: true });
    expect(stranger).toEqual(refusedAtRoom);
  });

  test("a token for another domain is refused at the room", async () => {
    expect(await joinRoom({ prosody, url: await linkFor({ subject: "other.example.org" }) })).toEqual(refusedAtRoom);
  });

  test("who knows only the room's address is refused", async () => {
    const url = `https://${domain}/${room}`;
    expect(await joinRoom({ prosody, url })).toEqual(refusedAtConnect("token required"));
  });

  test.each([
    ["an expired token", { expiresAt: new Date(Date.now() - minute) }, "Not acceptable by exp"],
    ["a token before its time", { notBefore: new Date(Date.now() + 5 * minute) }, "Not acceptable by nbf"],
    ["another app ID", { issuer: "someone-else" }, "invalid 'iss' claim"],
    ["another audience", { audience: "someone-else" }, "invalid 'aud' claim"],
  ])("%s is refused, with the reason", async (_, changes, reason) => {
    expect(await joinRoom({ prosody, url: await linkFor(changes) })).toEqual(refusedAtConnect(reason));
  });

  test("a token signed with another secret is refused", async () => {
    const url = await linkFor({}, newAppSecret());
    expect(await joinRoom({ prosody, url })).toEqual(refusedAtConnect("Invalid signature"));
  });

  test("a token whose claims were edited is refused", async () => {
    const [header, , signature] = (await signRoomToken(facts(), await importSigningKey(appSecret))).split(".");
    const claims = Buffer.from(JSON.stringify(roomTokenClaims(facts({ moderator: true })))).toString("base64url");
    const url = link(`${header}.${claims}.${signature}`);
    expect(await joinRoom({ prosody, url })).toEqual(refusedAtConnect("Invalid signature"));
  });

  test("a token without a signature (alg none) is refused", async () => {
    const parts = [{ alg: "none", typ: "JWT" }, roomTokenClaims(facts({ moderator: true }))];
    const token = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    expect(await joinRoom({ prosody, url: link(`${token}.`) })).toEqual(refusedAtConnect("Invalid or incorrect alg"));
  });

  test("a token without typ is refused, which is why ours carries it", async () => {
    const token = await new SignJWT(roomTokenClaims(facts()))
      .setProtectedHeader({ alg: "HS256" })
      .sign(await importSigningKey(appSecret));
    expect(await joinRoom({ prosody, url: link(token) })).toEqual(refusedAtConnect("Invalid typ"));
  });

  test("text that is no token is refused", async () => {
    expect(await joinRoom({ prosody, url: link("nonsense") })).toEqual(refusedAtConnect("Invalid typ"));
  });

  test("an audience in a list is refused, which is why ours is a string", async () => {
    const payload = new TextEncoder().encode(JSON.stringify({ ...roomTokenClaims(facts()), aud: [audience] }));
    const token = await new CompactSign(payload)
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .sign(await importSigningKey(appSecret));
    expect(await joinRoom({ prosody, url: link(token) })).toEqual(refusedAtConnect("invalid 'aud' claim"));
  });
});

test("once the server's secret changes, old links are refused and new ones let in", async () => {
  const next = newAppSecret();
  const [oldLink, newLink] = [await linkFor(), await linkFor({}, next)];
  expect(await joinRoom({ prosody, url: oldLink })).toMatchObject({ admitted: true });
  await prosody.setSecret(next);
  expect(await joinRoom({ prosody, url: oldLink })).toEqual(refusedAtConnect("Invalid signature"));
  expect(await joinRoom({ prosody, url: newLink })).toMatchObject({ admitted: true });
  await prosody.setSecret(appSecret);
});
