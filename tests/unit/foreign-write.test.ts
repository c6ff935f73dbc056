import { expect, test } from "vitest";
import { isForeignWrite, isFromOwnPage } from "@/lib/foreign-write";

const isForeign = (headers: Record<string, string>, method = "POST") =>
  isForeignWrite({ method, headers: new Headers({ host: "meet.example.org", ...headers }) });

const ours = "https://meet.example.org";

test.each<[string, Record<string, string>]>([
  ["our own page", { origin: ours, "sec-fetch-site": "same-origin" }],
  ["our own page in an old browser", { origin: ours }],
  ["our own page behind a proxy", { host: "127.0.0.1:3000", "x-forwarded-host": "meet.example.org", origin: ours }],
  ["our own page without scripts", { origin: "null", "sec-fetch-site": "same-origin" }],
  ["a program that is no browser", {}],
])("a change is taken from %s", (_, headers) => {
  expect(isForeign(headers)).toBe(false);
});

test.each<[string, Record<string, string>]>([
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site in an old browser", { origin: "https://evil.example" }],
  ["another port", { origin: "https://meet.example.org:8443" }],
  ["another part of our site", { origin: "https://www.example.org", "sec-fetch-site": "same-site" }],
  ["nowhere", { origin: "null" }],
  ["nowhere, by somebody's own hand", { origin: "null", "sec-fetch-site": "none" }],
  ["an origin that is none", { origin: "notaurl", "sec-fetch-site": "same-origin" }],
])("no change is taken from %s", (_, headers) => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) expect(isForeign(headers, method)).toBe(true);
  for (const method of ["GET", "HEAD"]) expect(isForeign(headers, method)).toBe(false);
});

test.each<[string, Record<string, string>, boolean]>([
  ["our own page", { origin: ours, "sec-fetch-site": "same-origin" }, true],
  ["our own page in an old browser", { origin: ours }, true],
  ["our own page without scripts", { origin: "null", "sec-fetch-site": "same-origin" }, true],
  ["a program that is no browser", {}, false],
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, false],
  ["another site in an old browser", { origin: "https://evil.example" }, false],
  ["nowhere, by somebody's own hand", { "sec-fetch-site": "none" }, false],
])("what only our own page may ask for, %s may: %j → %s", (_, headers, may) => {
  expect(isFromOwnPage(new Headers({ host: "meet.example.org", ...headers }))).toBe(may);
});
