import { expect, test } from "vitest";
import { attemptText } from "@/app/(organiser)/meetings/[meetingId]/people/[participantId]/mail-history";
import { deliveryState, responseText } from "@/app/(organiser)/meetings/[meetingId]/people/delivery-state";
import { pages } from "@/lib/words/en/pages";

const at = new Date("2026-11-24T12:00:00Z");
const words = pages.deliveries;
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
] as const)("a mail in local mail is not called sent, and no server is quoted: %s", (status, tone) => {
  const shown = deliveryState({ ...mail, status }, words, { timeZone: "UTC", now: at });
  expect(shown).toEqual({ tone, text: words.notSent.mail });
});

const unexplained = { reason: null, responseCode: null, serverText: null, sentVia: "LOCAL" as const };

test("the history says of an attempt that went to local mail that nothing was sent", () => {
  const attempt = { number: 1, at, result: "ACCEPTED" as const, ...unexplained };
  expect(attemptText(attempt, pages)).toBe(words.notSent.mail);
});

test("a state names the mail it is about, and every time its zone", () => {
  const accepted = { ...mail, status: "ACCEPTED" as const, serverText: "250 ok", sentVia: "SMTP" as const };
  const situation = { timeZone: "Asia/Kathmandu", now: at };
  expect(deliveryState(accepted, words, situation).text).toBe(words.accepted.mail("17:45 Kathmandu time"));
  expect(deliveryState({ ...accepted, kind: "UPDATE" }, words, situation).text).toBe(
    words.accepted.update("17:45 Kathmandu time"),
  );
  const refusal = { deferredAt: at, reason: "mail-server-deferred", serverText: "451 Later", sentVia: null };
  const deferred = { ...mail, status: "QUEUED" as const, ...refusal };
  const nextAttemptAt = new Date(+at + 24 * 3600_000);
  expect(deliveryState({ ...deferred, nextAttemptAt }, words, situation)).toEqual({
    tone: "warning",
    text: words.nextTry("Wed 25 Nov, 17:45 Kathmandu time", words.serverSaid("451 Later")),
  });
  expect(deliveryState(deferred, words, situation).text).toBe(words.tryingNow(words.serverSaid("451 Later")));
});

test.each([
  ["452 4.2.2 Over quota", "mailbox-full"],
  ["451 4.7.1 Come back later", "later"],
  ["550 5.1.1 User unknown", "no-such-address"],
  ["550 5.1.2 Bad domain", "no-server"],
  ["550 5.2.1 Disabled", "mailbox-disabled"],
  ["550 5.7.1 Blocked", "rejected"],
] as const)("what a server's status code means is said with its response: %s", (response, meaning) => {
  expect(responseText({ reason: "mail-server-refused-recipient", serverText: response }, words)).toBe(
    words.meaning[meaning](response),
  );
});
