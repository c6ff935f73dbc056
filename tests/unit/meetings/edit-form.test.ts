import { describe, expect, test } from "vitest";
import { continueFrom } from "@/app/(organiser)/meetings/[meetingId]/edit/continue-from";
import { factValues } from "@/app/(organiser)/meetings/form/field-values";
import { meetingFields, planMeeting } from "@/lib/meetings/meeting-form";

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
    const planned = planMeeting(fields, [], new Date("2026-01-01"));
    expect(planned).toMatchObject({ ok: true, plan: { startsAt: meeting.startsAt, endsAt: meeting.endsAt } });
  });
});

describe("continuing after somebody else saved", () => {
  const before = facts("2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", "Europe/Berlin");
  const after = {
    ...before,
    title: "Board, spring",
    startsAt: new Date("2026-11-24T12:00:00Z"),
    endsAt: new Date("2026-11-24T13:00:00Z"),
  };
  const person = (name: string) => ({ name, email: `${name}@example.org`, role: "ATTENDEE" as const });
  const since = {
    before,
    after,
    version: 3,
    added: [person("new")],
    removed: [person("gone")],
    by: { name: "Ben", isSelf: false },
    at: new Date(),
  };
  const typed = { ...factValues(before), description: "Agenda\r\n1. Budget", title: "Council", version: "1" };
  const merged = continueFrom({ values: typed, rows: [person("ann"), person("gone"), person("mine")] }, since);

  test("typed values stay, and untouched ones take what was saved meanwhile", () => {
    expect(merged.values).toMatchObject({ title: "Council", startTime: "13:00", description: before.description });
  });
  test("the form names the newer version from then on", () => {
    expect(merged.values.version).toBe("3");
  });
  test("people added meanwhile come in, removed ones go, and typed ones stay", () => {
    expect(merged.rows.map(({ name }) => name)).toEqual(["ann", "mine", "new"]);
  });
});
