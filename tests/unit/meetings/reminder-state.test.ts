import { expect, test } from "vitest";
import { reminderText, reminderTimes } from "@/app/(organiser)/meetings/[meetingId]/reminder-state";
import { pages } from "@/lib/words/en/pages";

const { reminders } = pages;
const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const meeting = { endsAt: at("16:00"), timeZone: "UTC" };
const text = (status: "WAITING" | "SENT" | "DROPPED", settledAt: Date | null, now: Date, counts = {}) =>
  reminderText(
    { minutesBefore: 60, dueAt: at("14:00"), status, settledAt, reminded: null, leftOut: null, ...counts },
    reminders,
    { ...meeting, now },
  );

test("a reminder says when it will be sent, and when it was", () => {
  expect(text("WAITING", null, at("09:00"))).toBe(reminders.planned(60, "24 Nov 2026, 14:00 UTC"));
  expect(text("SENT", at("14:02"), at("15:00"))).toBe(reminders.sent(60, "24 Nov 2026, 14:02 UTC"));
});

test("a reminder says how many got it, and is not called sent when nobody did", () => {
  const sent = (reminded: number, leftOut: number) => text("SENT", at("14:02"), at("15:00"), { reminded, leftOut });
  const when = "24 Nov 2026, 14:02 UTC";
  expect(sent(10, 0)).toBe(reminders.sent(60, when));
  expect(sent(3, 7)).toBe(reminders.sentToSome(60, when, 3, 7));
  expect(sent(0, 10)).toBe(reminders.sentToNobody(60, when));
});

test("a reminder that nobody was there to send says so, dropped or still waiting", () => {
  expect(text("DROPPED", at("16:00"), at("17:00"))).toBe(reminders.missed(60));
  expect(text("WAITING", null, at("16:00"))).toBe(reminders.missed(60));
});

test("a reminder planned too late says that, and not that Latchkey was down", () => {
  expect(text("DROPPED", at("14:30"), at("17:00"))).toBe(reminders.tooLate(60));
});

test("reminders of a form are listed once each, the longest first", () => {
  expect(reminderTimes([15, 1440, 15, 90], reminders)).toBe("1 day, 90 minutes and 15 minutes before the start");
  expect(reminderTimes([], reminders)).toBe(reminders.none);
});
