import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { giveUpAfterMs, retryDelayMs } from "@/lib/mail/delivery/backoff";
import { acceptedByServer, type Outcome, outcomeOfError } from "@/lib/mail/delivery/outcome";
import { type Attempt, settle } from "@/lib/mail/delivery/record-attempts";

const smtpError = (code: string, responseCode?: number, response?: string, command?: string) =>
  Object.assign(new Error("Message failed"), { code, responseCode, response, command });

describe("what an attempt came to", () => {
  test("a 5xx about the recipient or the message is final, with the server's words", () => {
    for (const [code, command, reason] of [
      ["EENVELOPE", "RCPT TO", "mail-server-refused-recipient"],
      ["EMESSAGE", "DATA", "mail-server-refused-message"],
    ] as const) {
      expect(outcomeOfError(smtpError(code, 550, "550 5.1.1 Nobody here", command))).toEqual({
        result: "failed",
        reason,
        responseCode: 550,
        serverText: "550 5.1.1 Nobody here",
      });
    }
  });

  test("4xx, lost connection, time-out, refused sign-in and busy server are retried", () => {
    const again = [
      [smtpError("EENVELOPE", 451, "451 Greylisted", "RCPT TO"), "mail-server-deferred"],
      [smtpError("EMESSAGE", 452, "452 Full", "DATA"), "mail-server-deferred"],
      [smtpError("EENVELOPE", 550, "550 Sender blocked", "MAIL FROM"), "mail-server-refused"],
      [smtpError("ESOCKET"), "no-connection"],
      [smtpError("ETIMEDOUT"), "timed-out"],
      [smtpError("ECONNECTION"), "no-connection"],
      [smtpError("EDNS"), "name-not-found"],
      [smtpError("ETLS"), "no-secure-connection"],
      [smtpError("EAUTH", 535, "535 No"), "sign-in-refused"],
      [smtpError("EPROTOCOL", 554, "554 Go away"), "mail-server-refused"],
      [new Error("Something else"), "unexpected-error"],
    ] as const;
    for (const [error, reason] of again) expect(outcomeOfError(error)).toMatchObject({ result: "retry", reason });
  });

  test("words that no database or page could take are cleaned, whatever a server says", () => {
    const { serverText } = outcomeOfError(smtpError("EENVELOPE", 550, `550 \0 \u202e${"😀".repeat(2000)}`, "RCPT TO"));
    expect(serverText).toMatch(/^550 😀/u);
    expect(serverText).not.toMatch(/[\ud800-\udbff]$/);
    expect([...serverText!].length).toBeLessThanOrEqual(500);
  });

  test("a link that a server repeats opens nothing, whole or cut short", () => {
    const token = `eyJhbGciOiJIUzI1NiJ9.${"eyJyb29tIjoiYm9hcmQifQ".repeat(20)}.signature`;
    const answer = `https://latchkey.example.org/rsvp/${"a".repeat(64)}`;
    for (const link of [`https://meet.example.org/room?jwt=${token}`, token.slice(0, 200), answer]) {
      const { serverText } = outcomeOfError(smtpError("EMESSAGE", 554, `554 Blocked: ${link}`, "DATA"));
      expect(serverText).toMatch(/^554 Blocked: .*\[(room token|removed)\]$/);
      expect(serverText).not.toMatch(/eyJ|aaaa/);
    }
  });

  test("the reply code of an acceptance is read", () => {
    expect(acceptedByServer("250 2.0.0 Ok: queued as 1")).toMatchObject({ result: "accepted", responseCode: 250 });
  });
});

describe("when the next attempt is made", () => {
  test("the wait doubles from half a minute to half an hour, give or take a fifth", () => {
    expect([1, 2, 3, 4].map((attempts) => retryDelayMs(attempts, 0.5))).toEqual([30_000, 60_000, 120_000, 240_000]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, chance) => {
          const delay = retryDelayMs(attempts, chance);
          expect(delay).toBeGreaterThanOrEqual(24_000);
          expect(delay).toBeLessThanOrEqual(36 * 60_000);
        },
      ),
    );
  });

  const firstAttemptAt = new Date("2026-11-24T09:00:00Z");
  const later = { reason: "mail-server-deferred", responseCode: 451, serverText: "451 Later" } as const;
  const attempt = (result: Outcome["result"]): Attempt => ({
    jobId: "job",
    deliveryId: "delivery",
    attempts: 3,
    firstAttemptAt,
    usefulUntil: null,
    outcome: result === "accepted" ? acceptedByServer("250 Ok") : { result, ...later },
  });
  const minute = () => 60_000;

  test("a retry is queued with its time, a refusal is failed, an acceptance accepted", () => {
    expect(settle(attempt("retry"), firstAttemptAt, minute)).toMatchObject({
      status: "QUEUED",
      nextAttemptAt: new Date("2026-11-24T09:01:00Z"),
    });
    expect(settle(attempt("failed"), firstAttemptAt, minute)).toMatchObject({ status: "FAILED", nextAttemptAt: null });
    expect(settle(attempt("accepted"), firstAttemptAt, minute)).toMatchObject({
      status: "ACCEPTED",
      nextAttemptAt: null,
    });
  });

  test("an invitation is not tried beyond the end of its meeting", () => {
    const ends = new Date("2026-11-24T09:00:30Z");
    expect(settle({ ...attempt("retry"), usefulUntil: ends }, firstAttemptAt, minute)).toMatchObject({
      status: "FAILED",
      reason: "meeting-over-before-next-attempt",
      lastReason: "mail-server-deferred",
      serverText: "451 Later",
    });
  });

  test("after two days of attempts a mail fails with the server's last words", () => {
    const late = new Date(firstAttemptAt.getTime() + giveUpAfterMs - 30_000);
    const failed = { status: "FAILED", reason: "out-of-time", lastReason: "mail-server-deferred" };
    expect(settle(attempt("retry"), late, minute)).toMatchObject({ ...failed, serverText: "451 Later" });
    // However long it lay here before somebody tried.
    expect(settle({ ...attempt("retry"), firstAttemptAt: null }, late, minute)).toMatchObject({ status: "QUEUED" });
  });

  test("waiting for an admin is no attempt and ends with the meeting", () => {
    const late = new Date(firstAttemptAt.getTime() + 2 * giveUpAfterMs);
    const nextAttemptAt = new Date(late.getTime() + minute());
    expect(settle(attempt("waits"), late, minute)).toMatchObject({ status: "QUEUED", attempts: 2, nextAttemptAt });
    expect(settle({ ...attempt("waits"), usefulUntil: nextAttemptAt }, late, minute)).toMatchObject({
      status: "FAILED",
      attempts: 3,
    });
  });
});
