import { expect, test } from "vitest";
import { waitingText } from "@/app/(organiser)/meetings/[meetingId]/problems/problem-text";
import { undeliveredSentences, undeliveredTitle } from "@/app/(organiser)/meetings/undelivered";
import { pages } from "@/lib/words/en/pages";

const { problems } = pages;
const { undelivered } = problems;
const now = new Date("2026-11-24T09:00:00Z");
const kathmandu = { timeZone: "Asia/Kathmandu", now };
const minutes = (count: number) => new Date(+now + count * 60_000);
const deferred = (nextAttemptAt: Date | null) => ({ attempts: 1, reason: "mail-server-deferred", nextAttemptAt });
const forAdmin = { attempts: 0, reason: "no-mail-server-yet", nextAttemptAt: minutes(1) };

test("failed mails are said apart from those that are retried, and set the tone", () => {
  const failed = { notInvited: 1, notUpdated: 0, notCancelled: 0 };
  const retried = { notInvitedYet: 2, notUpdatedYet: 1, notCancelledYet: 0 };
  expect(undeliveredSentences({ ...failed, ...retried }, problems)).toEqual([
    { tone: "danger", text: problems.invitation.failed(1) },
    { tone: "warning", text: problems.invitation.retrying(2) },
    { tone: "warning", text: problems.update.retrying(1) },
  ]);
  expect(undeliveredTitle({ ...failed, notInvitedYet: 1 }, problems)).toEqual({
    tone: "danger",
    title: "1 invitation failed, 1 is being retried",
  });
  expect(undeliveredTitle(retried, problems)?.tone).toBe("warning");
  expect(undeliveredTitle({ notInvited: 0 }, problems)).toBeNull();
});

test("mails that were never handed to a mail server are not called failed", () => {
  expect(undeliveredTitle({ notInvited: 2 }, problems, { notSent: true })?.title).toBe(problems.invitation.notSent(2));
});

test.each([
  [[deferred(minutes(40))], undelivered.notAcceptedYet(1), undelivered.nextTry("15:25 Kathmandu time")],
  [[deferred(null)], undelivered.notAcceptedYet(1), undelivered.tryingNow],
  [[deferred(minutes(-1)), deferred(null)], undelivered.notAcceptedYet(2), undelivered.tryingNow],
  [
    [deferred(minutes(40)), deferred(minutes(40.5))],
    undelivered.notAcceptedYet(2),
    undelivered.nextTry("15:25 Kathmandu time"),
  ],
  [
    [deferred(minutes(50)), deferred(minutes(40)), deferred(null)],
    undelivered.notAcceptedYet(3),
    undelivered.nextTries("15:25 Kathmandu time"),
  ],
  [[forAdmin], "No mail server is set yet; an admin can set one.", undelivered.nextTry("14:46 Kathmandu time")],
  [[forAdmin, deferred(minutes(1))], undelivered.notAcceptedYet(2), undelivered.nextTry("14:46 Kathmandu time")],
])("waiting mails say why, and when they are tried again, in the reader's zone: %#", (mails, why, when) => {
  expect(waitingText(mails, undelivered, kathmandu)).toBe(`${why} ${when}`);
});
