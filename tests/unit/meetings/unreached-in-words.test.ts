import { expect, test } from "vitest";
import { waitingInWords } from "@/app/(organiser)/meetings/[meetingId]/waiting-in-words";
import { unreachedInWords, unreachedTitle } from "@/app/(organiser)/meetings/unreached-in-words";

const now = new Date("2026-11-24T09:00:00Z");
const kathmandu = { timeZone: "Asia/Kathmandu", now };
const minutes = (count: number) => new Date(+now + count * 60_000);
const deferred = (nextAttemptAt: Date | null) => ({ attempts: 1, reason: "mail-server-deferred", nextAttemptAt });
const forAdmin = {
  attempts: 0,
  reason: "no-mail-server-yet",
  nextAttemptAt: minutes(1),
};

test("whom a mail did not reach is said apart from whom it has not reached yet, and what was given up sets the tone", () => {
  const given = { notInvited: 1, notUpdated: 0, notCancelled: 0 };
  const waiting = { notInvitedYet: 2, notUpdatedYet: 1, notCancelledYet: 0 };
  expect(unreachedInWords({ ...given, ...waiting })).toEqual([
    { tone: "danger", words: "1 person has not been invited" },
    { tone: "warning", words: "2 people have not been invited yet" },
    { tone: "warning", words: "1 person has not been told of the change yet" },
  ]);
  expect(unreachedTitle({ ...given, notInvitedYet: 2 })).toEqual({
    tone: "danger",
    title: "1 person has not been invited and 2 people have not been invited yet",
  });
  expect(unreachedTitle(waiting)?.tone).toBe("warning");
  expect(unreachedTitle({ notInvited: 0 })).toBeNull();
});

test.each([
  [[deferred(minutes(40))], "The mail server has not taken the mail. It is tried again at 15:25 Kathmandu time."],
  [[deferred(null)], "The mail server has not taken the mail. It is tried again now."],
  [[deferred(minutes(-1)), deferred(null)], "The mail server has not taken the mails. They are tried again now."],
  [
    [deferred(minutes(40)), deferred(minutes(40.5))],
    "The mail server has not taken the mails. They are tried again at 15:25 Kathmandu time.",
  ],
  [
    [deferred(minutes(50)), deferred(minutes(40)), deferred(null)],
    "The mail server has not taken the mails. They are tried again from 15:25 Kathmandu time on.",
  ],
  [[forAdmin], "No mail server is set yet; an admin can set one. It is tried again at 14:46 Kathmandu time."],
  [
    [forAdmin, deferred(minutes(1))],
    "The mail server has not taken the mails. They are tried again at 14:46 Kathmandu time.",
  ],
])("of mails that wait it is said why, and when they are tried again, in the reader's zone: %#", (mails, words) => {
  expect(waitingInWords(mails, kathmandu)).toBe(words);
});
