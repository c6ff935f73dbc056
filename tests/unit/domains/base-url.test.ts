import { describe, expect, test } from "vitest";
import { defaultSubject, hostNameOf, readBaseUrl } from "@/lib/domains/base-url";

const refusal = (text: string): string => {
  const read = readBaseUrl(text);
  return read.ok ? `accepted as ${read.baseUrl}` : read.error.code;
};

describe("whatever people paste for one server becomes one address", () => {
  test.each([
    ["meet.example.org", "https://meet.example.org"],
    ["  https://Meet.Example.ORG/ ", "https://meet.example.org"],
    ["HTTPS://meet.example.org./", "https://meet.example.org"],
    ["https://meet.example.org/tenant/", "https://meet.example.org/tenant"],
    ["meet.example.org:8443", "https://meet.example.org:8443"],
    ["https://meet.example.org:443/", "https://meet.example.org"],
    ["bücher.example", "https://xn--bcher-kva.example"],
    ["https://192.0.2.7", "https://192.0.2.7"],
    ["http://localhost:8000", "http://localhost:8000"],
    ["http://127.0.0.1", "http://127.0.0.1"],
  ])("%s", (typed, baseUrl) => {
    expect(readBaseUrl(typed)).toEqual({ ok: true, baseUrl });
  });
});

describe("an address where no link can work is refused with the reason", () => {
  test.each([
    ["", /^url-missing$/],
    ["   ", /^url-missing$/],
    ["javascript:alert(1)", /^url-not-an-address$/],
    ["javascript://meet.example.org/%0aalert(1)", /^url-not-https$/],
    ["data:text/html,<script>alert(1)</script>", /^url-not-an-address$/],
    ["http://meet.example.org", /^url-not-https$/],
    ["http://127.0.0.1.example.org", /^url-not-https$/],
    ["http://localhost.example.org", /^url-not-https$/],
    ["ftp://meet.example.org", /^url-not-https$/],
    ["https://admin:secret@meet.example.org", /^url-with-password$/],
    ["https://meet.example.org@evil.example", /^url-with-password$/],
    ["https://meet.example.org/room?jwt=abc", /^url-with-query$/],
    ["https://meet.example.org/#config.x=1", /^url-with-query$/],
    ["https://meet.example.org/a b", /^url-not-an-address$/],
    ["https://meet.example.org\\evil", /^url-not-an-address$/],
    ["meet.example.org\nevil.example", /^url-not-an-address$/],
    ["https://meet.example.org/<b>", /^url-bad-tenant$/],
    ["https://meet.example.org/ten%2fant", /^url-bad-tenant$/],
    ["https://meet.example.org/team.one", /^url-tenant-dot$/],
    ["http://[::1]:8000/", /^url-ipv6$/],
    ["https://[2001:db8::7]", /^url-ipv6$/],
    ["meet.jit.si", /^url-public-service$/],
    ["https://alpha.jitsi.net/team", /^url-public-service$/],
    ["jaas.8x8.vc", /^url-public-service$/],
    ["notjitsi.net", /^accepted as https:\/\/notjitsi.net$/],
    ["https://", /^url-not-an-address$/],
    ["https://./", /^url-(bad-tenant|not-an-address)$/],
    [`https://${"a".repeat(50_000)}.example`, /^url-(not-an-address|too-long)$/],
  ])("%s", (typed, reason) => {
    expect(refusal(typed)).toMatch(reason);
  });
});

test("host and tenant leave a personal link room under 1,000 characters", () => {
  const host = "meet.example.org";
  const fits = `${host}/${"t".repeat(97 - host.length - 1)}`;
  expect(refusal(fits)).toMatch(/^accepted/);
  expect(readBaseUrl(`${fits}t`)).toEqual({ ok: false, error: { code: "url-too-long", length: 98, most: 97 } });
});

test("the subject is the tenant, or else the host without its port", () => {
  expect(defaultSubject("https://meet.example.org:8443")).toBe("meet.example.org");
  expect(defaultSubject("https://meet.example.org/Team")).toBe("team");
  expect(hostNameOf("https://meet.example.org:8443/team")).toBe("meet.example.org");
});
