import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { makeVerp, maxVerpLocal, verifyVerp } from "@/lib/mail/delivery/verp";

const appSecret = "a secret for tests, thirty-two characters";
const other = "another secret for tests, just as long as it";

test("a bounce's recipient tells the delivery, whatever a server does to the case", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.stringMatching(/^[a-z0-9.]{1,18}$/), fc.boolean(), (id, local, upper) => {
      const address = makeVerp(`${local}@example.org`, id, appSecret)!;
      expect(address.startsWith(`${local}+b-${id.replaceAll("-", "")}-`)).toBe(true);
      expect(address.endsWith("@example.org")).toBe(true);
      expect(address.split("@")[0]!.length).toBeLessThanOrEqual(64);
      expect(verifyVerp(upper ? address.toUpperCase() : address, appSecret)).toBe(id);
    }),
  );
});

describe("no address is believed", () => {
  const id = newId();
  const address = makeVerp("invites@example.org", id, appSecret)!;

  test("with another delivery's ID under the same signature", () => {
    const forged = address.replace(id.replaceAll("-", ""), newId().replaceAll("-", ""));
    expect(verifyVerp(forged, appSecret)).toBeNull();
  });

  test("with any one character of ID or signature changed", () => {
    const [start, end] = [address.indexOf("+b-") + 3, address.indexOf("@")];
    for (let at = start; at < end; at++) {
      const letter = address[at] === "a" ? "b" : "a";
      expect(verifyVerp(address.slice(0, at) + letter + address.slice(at + 1), appSecret)).toBeNull();
    }
  });

  test("of another installation", () => {
    expect(verifyVerp(address, other)).toBeNull();
  });

  test.each(["", "@", "invites@example.org", "invites+b-@example.org", "b-x-y", `${"+b-".repeat(40)}@example.org`])(
    "such as %j",
    (text) => {
      expect(verifyVerp(text, appSecret)).toBeNull();
    },
  );
});

test("the address still tells its delivery after the From address was changed", () => {
  const id = newId();
  const address = makeVerp("invites@old.example", id, appSecret)!;
  expect(verifyVerp(address.replace("invites", "hello").replace("old", "new"), appSecret)).toBe(id);
});

test("an address that is too long to carry it is left alone", () => {
  expect(makeVerp(`${"a".repeat(maxVerpLocal)}@example.org`, newId(), appSecret)).not.toBeNull();
  expect(makeVerp(`${"a".repeat(maxVerpLocal + 1)}@example.org`, newId(), appSecret)).toBeNull();
});
