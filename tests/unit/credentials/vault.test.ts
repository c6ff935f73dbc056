import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { deriveKey, loadAppSecret } from "@/lib/app-secret";
import { seal, unseal } from "@/lib/credentials/vault";

const appSecret = "an app secret of the installation, long enough";

describe("a sealed secret", () => {
  test("opens in its own row, with the installation's secret", async () => {
    const sealed = await seal("Geheimnis 🔑", "row-1", appSecret);
    expect(sealed).not.toContain("Geheimnis");
    expect(await unseal(sealed, "row-1", appSecret)).toBe("Geheimnis 🔑");
  });

  test("opens nowhere else", async () => {
    const sealed = await seal("Geheimnis", "row-1", appSecret);
    await expect(unseal(sealed, "row-2", appSecret)).rejects.toThrow();
    await expect(unseal(sealed, "row-1", `${appSecret}!`)).rejects.toThrow();
    const parts = sealed.split(".");
    parts[3] = Buffer.from("changed text").toString("base64url");
    await expect(unseal(parts.join("."), "row-1", appSecret)).rejects.toThrow();
  });
});

describe("the installation's secret", () => {
  test("is made once, for the owner's eyes only, and stays the same", () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), "latchkey-secret-"));
    const first = loadAppSecret({ appSecret: null, dataDir });
    expect(first).toHaveLength(43);
    expect(loadAppSecret({ appSecret: null, dataDir })).toBe(first);
    expect(statSync(path.join(dataDir, "app-secret")).mode & 0o777).toBe(0o600);
    expect(loadAppSecret({ appSecret: "given", dataDir })).toBe("given");
    rmSync(dataDir, { recursive: true });
  });

  test("gives every purpose a key of its own", () => {
    const keys = ["vault", "session", "setup-code"].map((purpose) =>
      Buffer.from(deriveKey(appSecret, purpose)).toString("hex"),
    );
    expect(new Set(keys).size).toBe(3);
  });
});
