import { expect, test } from "vitest";
import { reminderInWords } from "@/app/(organiser)/meetings/[meetingId]/reminder-in-words";

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const meeting = { endsAt: at("16:00"), timeZone: "UTC" };
const words = (status: "WAITING" | "SENT" | "DROPPED", settledAt: Date | null, now: Date, counts = {}) =>
  reminderInWords(
    { minutesBefore: 60, dueAt: at("14:00"), status, settledAt, reminded: null, leftOut: null, ...counts },
    { ...meeting, now },
  );

test("a reminder says when it will be sent, and when it was", () => {
  expect(words("WAITING", null, at("09:00"))).toMatch(/^1 hour before: 24 Nov 2026, 14:00 UTC$/);
  expect(words("SENT", at("14:02"), at("15:00"))).toMatch(/^1 hour before: sent 24 Nov 2026, 14:02 UTC$/);
});

test("a reminder says how many got it where somebody was left out, and is not called sent when nobody got it", () => {
  const sent = (reminded: number, leftOut: number) => words("SENT", at("14:02"), at("15:00"), { reminded, leftOut });
  expect(sent(10, 0)).toBe("1 hour before: sent 24 Nov 2026, 14:02 UTC");
  expect(sent(3, 7)).toBe(
    "1 hour before: sent to 3 of 10, 24 Nov 2026, 14:02 UTC; 7 had not got a mail with a working link by then",
  );
  expect(sent(0, 10)).toContain("sent to nobody");
});

test("one that nobody was there to send says so, whether it was dropped or is waiting still", () => {
  const dropped = "The reminder 1 hour before was dropped: Latchkey was not running until the meeting was over";
  expect(words("DROPPED", at("16:00"), at("17:00"))).toBe(dropped);
  expect(words("WAITING", null, at("16:00"))).toBe(dropped);
});

test("one planned too late says that, and not that Latchkey was down", () => {
  expect(words("DROPPED", at("14:30"), at("17:00"))).toContain("had passed when the meeting was saved");
});
