import { exportPKCS8, exportSPKI, generateKeyPair, importSPKI, jwtVerify } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { roomTokenClaims, signRoomToken } from "@/lib/jitsi/room-token";
import { type Algorithm, importSigningKey, signatureByteLength } from "@/lib/jitsi/signing-algorithm";
import { facts } from "@/tests/unit/jitsi/facts";

const secret = "s3cret".repeat(12);

async function keyPair(algorithm: Algorithm) {
  if (algorithm.startsWith("HS")) return { secret, verify: new TextEncoder().encode(secret) };
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { secret: await exportPKCS8(privateKey), verify: await importSPKI(await exportSPKI(publicKey), algorithm) };
}

describe.each(["HS256", "HS384", "HS512", "RS256", "RS384", "RS512"] as const)("%s", (algorithm) => {
  let pair: Awaited<ReturnType<typeof keyPair>>;
  beforeAll(async () => {
    pair = await keyPair(algorithm);
  });

  test("a token is signed as its credential says, the same twice, and verifies", async () => {
    const key = await importSigningKey(pair.secret, algorithm);
    const token = await signRoomToken(facts(), key, { algorithm, keyId: "vpaas-1/4f" });
    expect(await signRoomToken(facts(), key, { algorithm, keyId: "vpaas-1/4f" })).toBe(token);
    const { protectedHeader, payload } = await jwtVerify(token, pair.verify, { currentDate: facts().notBefore });
    expect(protectedHeader).toEqual({ alg: algorithm, typ: "JWT", kid: "vpaas-1/4f" });
    expect(payload).toStrictEqual(
      roomTokenClaims(facts(), { algorithm, keyId: "vpaas-1/4f" }, signatureByteLength(key)),
    );
  });

  test("a token with a long signature leaves out what a shorter one has room for", async () => {
    const user = { name: "Ann Lee", email: "ann@example.org", avatarUrl: `https://example.org/${"a".repeat(250)}` };
    const token = await signRoomToken(facts({ user }), await importSigningKey(pair.secret, algorithm), {
      algorithm,
      keyId: null,
    });
    expect(token.length).toBeLessThanOrEqual(860);
  });
});
