import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { appIdError, appSecretError, audienceError, newAppSecret } from "@/lib/credentials/app-credential";

const secret = "mW3n7qk0T2cYV5sZr9dLx1hJ8fGpQaBu6eNoKiRtUyE";

describe("a credential", () => {
  test("made by Latchkey has 256 bits, is never the same and suits every server", () => {
    const secrets = Array.from({ length: 1000 }, newAppSecret);
    expect(new Set(secrets).size).toBe(secrets.length);
    for (const secret of secrets) {
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
      expect(appSecretError(secret)).toBeNull();
    }
  });

  test("that can be guessed is refused", () => {
    expect(appSecretError("")).toBe("secret-too-short");
    expect(appSecretError(secret.slice(0, 31))).toBe("secret-too-short");
    expect(appSecretError("secret".repeat(10))).toBe("secret-repeats");
  });

  test("that a server already has is taken as it is", () => {
    for (let i = 0; i < 200; i++) {
      const own = randomBytes(32).toString("base64");
      expect(appSecretError(own), own).toBeNull();
    }
    for (const character of ["/", "\\", '"', "'", "`", "$", "&", " ", "ü", "🔑"]) {
      expect(appSecretError(secret + character), character).toBeNull();
      expect(appIdError(`latch${character}key`), character).toBeNull();
    }
    expect(audienceError("https://meet.example.org")).toBeNull();
  });

  test("with a line break or an invisible character is refused", () => {
    for (const character of ["\n", "\r", "\t", "\u0000", "\u00a0", "\u200b"]) {
      expect(appSecretError(`${secret}${character}x`)).toBe("secret-invisible");
      expect(appIdError(`latch${character}key`)).toEqual({ code: "app-id-invisible" });
    }
  });

  test("that is a token or a line of a configuration file is named as that", () => {
    expect(appSecretError("eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJsYXRjaGtleSJ9.c2lnbmF0dXJl")).toBe("secret-token");
    for (const line of ["JWT_APP_SECRET=", 'app_secret = "', "export JWT_APP_SECRET="])
      expect(appSecretError(line + secret)).toBe("secret-setting");
    expect(appIdError("JWT_APP_ID=latchkey")).toEqual({ code: "app-id-setting" });
  });

  test("has an app ID that means one app only", () => {
    expect(appIdError("my_app.id-1")).toBeNull();
    for (const appId of ["", "*", "a,b", "a".repeat(65), "ü".repeat(33)]) expect(appIdError(appId)).not.toBeNull();
  });
});
