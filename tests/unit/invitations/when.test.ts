import { expect, test } from "vitest";
import { formatShort, formatWhen, whenLines } from "@/lib/invitations/when";

const at = (startsAt: string, endsAt: string, timeZone: string) =>
  formatWhen({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), timeZone });

test.each([
  [
    "a day",
    "2026-11-24T09:15:00Z",
    "2026-11-24T10:15:00Z",
    "Asia/Kathmandu",
    "Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45)",
  ],
  [
    "midnight",
    "2026-11-24T22:30:00Z",
    "2026-11-25T00:30:00Z",
    "Europe/Berlin",
    "Tuesday 24 November 2026, 23:30 – Wednesday 25 November 2026, 01:30 (Berlin time, GMT+1)",
  ],
  [
    "the year's end",
    "2026-12-31T23:30:00Z",
    "2027-01-01T00:30:00Z",
    "UTC",
    "Thursday 31 December 2026, 23:30 – Friday 1 January 2027, 00:30 (UTC)",
  ],
  [
    "a change of the clocks",
    "2027-03-28T00:30:00Z",
    "2027-03-28T01:30:00Z",
    "Europe/Berlin",
    "Sunday 28 March 2027, 01:30–03:30 (Berlin time, GMT+1 at the start and GMT+2 at the end)",
  ],
  [
    "midnight on the clock",
    "2026-11-24T05:00:00Z",
    "2026-11-24T06:00:00Z",
    "America/New_York",
    "Tuesday 24 November 2026, 00:00–01:00 (New York time, GMT-5)",
  ],
  [
    "a long name",
    "2026-11-24T09:15:00Z",
    "2026-11-24T10:15:00Z",
    "America/Argentina/Buenos_Aires",
    "Tuesday 24 November 2026, 06:15–07:15 (Buenos Aires time, GMT-3)",
  ],
  [
    "a zone that is only an offset",
    "2026-11-24T09:15:00Z",
    "2026-11-24T10:15:00Z",
    "Etc/GMT+5",
    "Tuesday 24 November 2026, 04:15–05:15 (GMT-5)",
  ],
  [
    "the other side of the date line",
    "2026-11-24T11:15:00Z",
    "2026-11-24T12:15:00Z",
    "Pacific/Apia",
    "Wednesday 25 November 2026, 00:15–01:15 (Apia time, GMT+13)",
  ],
])("a time range is said in words across %s", (_, start, end, zone, words) => {
  expect(at(start, end, zone)).toBe(words);
});

const meeting = {
  startsAt: new Date("2026-11-24T09:15:00Z"),
  endsAt: new Date("2026-11-24T10:15:00Z"),
  timeZone: "Europe/Berlin",
};

test("the meeting's zone is named as well where its clocks show something else", () => {
  expect(whenLines({ ...meeting, viewerZone: "Asia/Kathmandu" })).toEqual([
    "Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45)",
    "Tuesday 24 November 2026, 10:15–11:15 (Berlin time, GMT+1)",
  ]);
  expect(whenLines({ ...meeting, viewerZone: "Europe/Paris" })).toEqual([
    "Tuesday 24 November 2026, 10:15–11:15 (Paris time, GMT+1)",
  ]);
});

test.each([null, "Mars/Olympus", ""])("an unknown zone (%j) falls back to the meeting's", (viewerZone) => {
  expect(whenLines({ ...meeting, viewerZone })).toEqual(["Tuesday 24 November 2026, 10:15–11:15 (Berlin time, GMT+1)"]);
});

test("the short form names day, month, year and time", () => {
  expect(formatShort(meeting.startsAt, "Asia/Kathmandu")).toBe("24 Nov 2026, 15:00");
});
