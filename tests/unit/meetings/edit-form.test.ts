import { describe, expect, test } from "vitest";
import { factValues } from "@/lib/meetings/form-values";
import { meetingFields, readMeetingFields } from "@/lib/meetings/meeting-form";

const domainId = "0190f6a0-0000-7000-8000-000000000001";
const facts = (startsAt: string, endsAt: string, timeZone: string) => ({
  title: "Board",
  description: "Agenda\n1. Budget",
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  timeZone,
  domainId,
  roomName: "room",
});

describe("a form filled from a meeting", () => {
  test.each([
    ["an offered length", "2026-11-24T09:15:00Z", "2026-11-24T10:15:00Z", "Asia/Kathmandu"],
    ["another length", "2026-11-24T09:15:00Z", "2026-11-24T10:05:00Z", "Asia/Kathmandu"],
    ["an end on another day", "2026-11-24T22:00:00Z", "2026-11-26T09:00:00Z", "Europe/Berlin"],
    ["an end in the hour that comes twice", "2026-10-24T23:50:00Z", "2026-10-25T01:10:00Z", "Europe/Berlin"],
    ["a zone whose city was renamed", "2026-11-24T09:00:00Z", "2026-11-24T10:07:00Z", "Asia/Katmandu"],
  ])("means the same moments when it is sent unchanged: %s", (_, startsAt, endsAt, timeZone) => {
    const meeting = facts(startsAt, endsAt, timeZone);
    const fields = meetingFields.parse({ ...factValues(meeting), people: "" });
    const read = readMeetingFields(fields, [], new Date("2026-01-01"));
    expect(read).toMatchObject({ ok: true, input: { startsAt: meeting.startsAt, endsAt: meeting.endsAt } });
  });
});
