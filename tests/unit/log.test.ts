import { afterEach, describe, expect, test, vi } from "vitest";
import { onRequestError } from "@/instrumentation";
import { redact } from "@/lib/log";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function linesOf(write: { mock: { calls: unknown[][] } }) {
  return write.mock.calls.map(([line]) => JSON.parse(String(line)));
}

const token = "eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoiYSJ9.c2lnbmF0dXJl";

describe("a line of the log", () => {
  test("never shows a room token, wherever it stands", () => {
    const line = JSON.stringify(
      redact({
        url: `https://meet.example.org/room?jwt=${token}`,
        nested: [{ text: `see ${token}` }],
        error: new Error(`refused ${token}`, { cause: new Error(token) }),
      }),
    );
    expect(line).not.toContain(token);
    expect(line).toContain("[room token]");
  });

  test("never shows the token of an answer link", () => {
    const path = `/rsvp/${"Ab0_".repeat(15)}-Ab0`;
    const line = JSON.stringify(
      redact({ path, error: new Error(`failed at https://example.org${path}?answer=accept`) }),
    );
    expect(line).not.toContain("Ab0_");
    expect(line).toContain("/rsvp/[removed]?answer=accept");
    for (const quoted of [encodeURIComponent(path), encodeURIComponent(encodeURIComponent(path)).toLowerCase()])
      expect(redact(`554 Blocked, see https://check.example/?u=https:${quoted}`)).not.toMatch(/ab0_/i);
  });

  test("never shows a password, a secret, a cookie or the credentials of an address", () => {
    const line = JSON.stringify(
      redact({
        password: "hunter2hunter2",
        appSecret: "s3cret",
        headers: { Cookie: "session=1", authorization: "Bearer x" },
        smtp: "smtps://user:hunter2@mail.example.org",
      }),
    );
    for (const secret of ["hunter2", "s3cret", "session=1", "Bearer"]) expect(line).not.toContain(secret);
    expect(line).toContain("mail.example.org");
  });

  test("keeps codes, the mail server's words, the error and its cause", () => {
    const error = new Error("not sent", { cause: new Error("ECONNREFUSED") });
    expect(redact({ code: "57P01" })).toEqual({ code: "57P01" });
    expect(redact({ responseCode: 550, response: "550 No such user", error })).toMatchObject({
      responseCode: 550,
      response: "550 No such user",
      error: { message: "not sent", cause: { message: "ECONNREFUSED" } },
    });
  });
});

test("an error of a request is one line with the page's reference, without the query", async () => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const error = Object.assign(new Error(`cannot read ${token}`), { digest: "1234" });
  await onRequestError(
    error,
    { path: "/setup?code=open-sesame", method: "POST", headers: { "x-request-id": "r-1", cookie: "session=1" } },
    { routerKind: "App Router", routePath: "/setup", routeType: "action", revalidateReason: undefined },
  );
  const [line, ...others] = linesOf(write);
  expect(others).toEqual([]);
  expect(line).toMatchObject({
    level: "error",
    event: "request failed",
    digest: "1234",
    path: "/setup",
    method: "POST",
    routeType: "action",
    requestId: "r-1",
    error: { message: "cannot read [room token]" },
  });
  expect(JSON.stringify(line)).not.toMatch(/open-sesame|session=1/);
});

test("the level and a request's fields count in every copy of the module", async () => {
  const first = await import("@/lib/log");
  vi.resetModules();
  const second = await import("@/lib/log");
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  first.setLogLevel("error");
  second.log.warn("not wanted");
  first.setLogLevel("warn");
  first.requestContext.run({ requestId: "r-2" }, () => second.log.warn("wanted"));
  expect(second.log).not.toBe(first.log);
  expect(linesOf(write)).toMatchObject([{ event: "wanted", requestId: "r-2" }]);
});
