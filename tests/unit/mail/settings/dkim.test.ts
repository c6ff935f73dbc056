import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkDkimRecord, dkimRecord, newDkimKey, readDkimKey } from "@/lib/mail/settings/dkim";

const pem = (bits: number, type: "pkcs1" | "pkcs8") =>
  generateKeyPairSync("rsa", { modulusLength: bits }).privateKey.export({ type, format: "pem" }).toString();

describe("a pasted key", () => {
  test.each(["pkcs1", "pkcs8"] as const)("may be %s, and gives the public half", (type) => {
    const read = readDkimKey(`\n  ${pem(1024, type)}\n`);
    if (!read.ok) throw new Error(read.error.code);
    expect(read.pair.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(Buffer.from(read.pair.publicKey, "base64").toString("base64")).toBe(read.pair.publicKey);
  });

  const ed25519 = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const locked = generateKeyPairSync("rsa", { modulusLength: 1024 })
    .privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-128-cbc", passphrase: "x" })
    .toString();
  test.each([
    ["nothing", "", "not-pem"],
    ["a public key", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----", "not-pem"],
    ["half a key", pem(1024, "pkcs8").slice(0, 300), "damaged"],
    ["a key that is too short", pem(512, "pkcs8"), "too-short"],
    ["another kind of key", ed25519, "not-rsa"],
    ["a locked key", locked, "has-passphrase"],
  ])("cannot be %s, and the answer repeats nothing of it", (_name, pasted, fault) => {
    const read = readDkimKey(pasted);
    expect(read).toMatchObject({ ok: false, error: { code: `dkim-key-${fault}` } });
    for (const line of pasted.split("\n").filter((text) => text.length > 20 && !text.includes("-----"))) {
      expect(JSON.stringify(read)).not.toContain(line);
    }
  });
});

describe("the record in DNS", async () => {
  const { publicKey } = await newDkimKey();
  const record = dkimRecord({ domain: "example.org", selector: "latchkey", publicKey });

  test("has the public key under the selector's name, in strings that DNS can hold", () => {
    expect(record.name).toBe("latchkey._domainkey.example.org");
    expect(record.value).toBe(`v=DKIM1; k=rsa; p=${publicKey}`);
    const strings = [...record.zoneLine.matchAll(/"([^"]*)"/g)].map(([, text]) => text!);
    expect(strings.join("")).toBe(record.value);
    expect(strings.length).toBeGreaterThan(1);
    expect(Math.max(...strings.map((text) => text.length))).toBeLessThanOrEqual(255);
  });

  const fails = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  test.each([
    ["published", async () => [[record.value.slice(0, 255), record.value.slice(255)]]],
    ["published", async () => [["v=spf1 -all"], [`p=${publicKey.slice(0, 9)} ${publicKey.slice(9)}; k=rsa;v=DKIM1`]]],
    ["another-key", async () => [["v=DKIM1; k=rsa; p=MIIB"]]],
    ["another-key", async () => [["v=DKIM1; p="]]],
    ["missing", async () => []],
    ["missing", fails("ENOTFOUND")],
    ["missing", fails("ENODATA")],
    ["unknown", fails("ETIMEOUT")],
  ] as const)("is %s", async (state, lookUp) => {
    expect(await checkDkimRecord(record, lookUp as () => Promise<string[][]>)).toBe(state);
  });
});
