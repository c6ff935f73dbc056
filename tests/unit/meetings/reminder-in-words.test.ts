import { expect, test } from "vitest";
import { reminderInWords } from "@/app/(organiser)/meetings/[meetingId]/reminder-in-words";

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const meeting = { endsAt: at("16:00"), timeZone: "UTC" };
const words = (status: "WAITING" | "SENT" | "DROPPED", settledAt: Date | null, now: Date) =>
  reminderInWords({ minutesBefore: 60, dueAt: at("14:00"), status, settledAt }, { ...meeting, now });

test("a reminder says when it will be sent, and when it was", () => {
  expect(words("WAITING", null, at("09:00"))).toMatch(/^1 hour before: 24 Nov 2026, 14:00$/);
  expect(words("SENT", at("14:02"), at("15:00"))).toMatch(/^1 hour before: sent 24 Nov 2026, 14:02$/);
});

test("one that nobody was there to send says so, whether it was dropped or is waiting still", () => {
  const dropped = "The reminder 1 hour before was dropped: Latchkey was not running until the meeting was over";
  expect(words("DROPPED", at("16:00"), at("17:00"))).toBe(dropped);
  expect(words("WAITING", null, at("16:00"))).toBe(dropped);
});

test("one planned too late says that, and not that Latchkey was down", () => {
  expect(words("DROPPED", at("14:30"), at("17:00"))).toContain("had passed when the meeting was saved");
});
