import { describe, expect, test } from "vitest";
import { redact } from "@/lib/log";

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

  test("keeps what an operator needs: codes, words of the mail server, the error and its cause", () => {
    const error = new Error("not sent", { cause: new Error("ECONNREFUSED") });
    expect(redact({ responseCode: 550, response: "550 No such user", error })).toMatchObject({
      responseCode: 550,
      response: "550 No such user",
      error: { message: "not sent", cause: { message: "ECONNREFUSED" } },
    });
  });
});
