import { expect, test } from "vitest";
import { nextMorning } from "@/lib/time/wall-time";

test.each([
  ["before eight it is today", "2026-11-24T01:59:59Z", "Asia/Kathmandu", "2026-11-24T02:15:00Z"],
  ["at eight it is tomorrow", "2026-11-24T02:15:00Z", "Asia/Kathmandu", "2026-11-25T02:15:00Z"],
  ["after the clocks went forward it is still eight", "2027-03-27T12:00:00Z", "Europe/Berlin", "2027-03-28T06:00:00Z"],
  ["after the clocks went back it is still eight", "2026-10-24T12:00:00Z", "Europe/Berlin", "2026-10-25T07:00:00Z"],
])("%s", (_, now, timeZone, morning) => {
  expect(nextMorning(new Date(now), timeZone)).toEqual(new Date(morning));
});
