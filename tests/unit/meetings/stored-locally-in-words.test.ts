import { expect, test } from "vitest";
import { deliveryInWords } from "@/app/(organiser)/meetings/[meetingId]/delivery-in-words";
import { attemptInWords } from "@/app/(organiser)/meetings/[meetingId]/people/[participantId]/mail-in-words";

const at = new Date("2026-11-24T12:00:00Z");
const mail = {
  kind: "INVITATION" as const,
  attempts: 1,
  nextAttemptAt: null,
  deferredAt: null,
  reason: null,
  lastReason: null,
  serverText: null,
  sentVia: "LOCAL" as const,
  settledAt: at,
  messageId: "1@example.org",
};

test.each([
  ["ACCEPTED", "neutral"],
  ["STORED_LOCALLY", "danger"],
] as const)("no mail server is quoted where there was none: %s", (status, tone) => {
  const shown = deliveryInWords({ ...mail, status }, { timeZone: "UTC", now: at });
  expect(shown.tone).toBe(tone);
  expect(shown.words).toMatch(/^Kept on this machine at .*, not sent out$/);
});

const says = { reason: null, responseCode: null, serverText: null, sentVia: "LOCAL" as const };

test("the history says of such an attempt what became of the mail", () => {
  const attempt = { number: 1, at, result: "ACCEPTED" as const, ...says };
  expect(attemptInWords(attempt)).toBe("Kept on this machine, not sent out");
});
