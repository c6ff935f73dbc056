import { expect, test } from "vitest";
import { planReminders, type ReminderRow } from "@/lib/reminders/plan";

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const start = at("15:00");
const nothing = { insert: [], update: [], removeIds: [] };
const row = (minutesBefore: number, dueAt: Date, status: ReminderRow["status"]): ReminderRow => ({
  id: `${minutesBefore} ${status}`,
  minutesBefore,
  dueAt,
  status,
});

test("each number of minutes is one reminder, however often it is named", () => {
  expect(planReminders([], [60, 15, 60], start, at("09:00")).insert).toEqual([
    { minutesBefore: 60, dueAt: at("14:00"), status: "WAITING" },
    { minutesBefore: 15, dueAt: at("14:45"), status: "WAITING" },
  ]);
});

test("a moment that has passed when it is planned is dropped, and written down", () => {
  expect(planReminders([], [60], start, at("14:00")).insert).toMatchObject([{ status: "DROPPED" }]);
});

test("a plan changes nothing where nothing changed, even with one reminder due", () => {
  const rows = [row(60, at("14:00"), "WAITING"), row(15, at("14:45"), "WAITING")];
  expect(planReminders(rows, [15, 60], start, at("14:10"))).toEqual(nothing);
});

test("a moved meeting moves what waits", () => {
  const rows = [row(60, at("14:00"), "WAITING")];
  const { insert, update, removeIds } = planReminders(rows, [60], at("18:00"), at("09:00"));
  expect({ insert, removeIds }).toEqual({ insert: [], removeIds: [] });
  expect(update).toEqual([{ id: "60 WAITING", minutesBefore: 60, dueAt: at("17:00"), status: "WAITING" }]);
});

test("a meeting moved so near that the moment has passed drops what waits", () => {
  const rows = [row(60, at("14:00"), "WAITING")];
  expect(planReminders(rows, [60], at("12:00"), at("11:30")).update).toMatchObject([{ status: "DROPPED" }]);
});

test("one that was dropped waits again when the meeting moves away", () => {
  const rows = [row(60, at("14:00"), "DROPPED")];
  const { update } = planReminders(rows, [60], at("18:00"), at("14:30"));
  expect(update).toMatchObject([{ id: "60 DROPPED", status: "WAITING", dueAt: at("17:00") }]);
});

test("a sent reminder gets a successor after a move, dropped if already past", () => {
  const rows = [row(60, at("14:00"), "SENT")];
  expect(planReminders(rows, [60], start, at("14:10"))).toEqual(nothing);
  expect(planReminders(rows, [60], at("14:30"), at("14:10")).insert).toMatchObject([{ status: "DROPPED" }]);
  expect(planReminders(rows, [60], at("18:00"), at("14:10")).insert).toMatchObject([
    { dueAt: at("17:00"), status: "WAITING" },
  ]);
});

test("a meeting moved away and back is not reminded of twice", () => {
  const rows = [row(60, at("14:00"), "SENT"), row(60, at("17:00"), "WAITING")];
  expect(planReminders(rows, [60], start, at("14:20"))).toEqual({ ...nothing, removeIds: ["60 WAITING"] });
});

test("what is not wanted goes away, and what was sent stays as history", () => {
  const rows = [row(60, at("14:00"), "SENT"), row(15, at("14:45"), "WAITING"), row(1440, at("01:00"), "DROPPED")];
  expect(planReminders(rows, [], start, at("14:10"))).toEqual({
    ...nothing,
    removeIds: ["15 WAITING", "1440 DROPPED"],
  });
});
