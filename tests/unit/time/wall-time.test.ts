import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, isNamedZone, wallTimeOf } from "@/lib/time/wall-time";

describe("the time that somebody enters", () => {
  test("is the clock's time in the zone chosen, wherever the server stands", () => {
    expect(instantOf("2026-11-24", "15:00", "Asia/Kathmandu")).toEqual({
      ok: true,
      at: new Date("2026-11-24T09:15:00Z"),
    });
    expect(instantOf("2026-07-01", "09:00", "Europe/Berlin")).toEqual({
      ok: true,
      at: new Date("2026-07-01T07:00:00Z"),
    });
  });

  test("is refused in an hour that clocks skip", () => {
    expect(instantOf("2026-03-29", "02:30", "Europe/Berlin")).toEqual({ ok: false, reason: "skipped" });
  });

  test("is the first of an hour that comes twice", () => {
    expect(instantOf("2026-10-25", "02:30", "Europe/Berlin")).toEqual({
      ok: true,
      at: new Date("2026-10-25T00:30:00Z"),
    });
  });

  test("is refused when it does not exist", () => {
    for (const [date, time] of [
      ["2026-02-30", "10:00"],
      ["2026-13-01", "10:00"],
      ["2026-01-01", "25:00"],
      ["", ""],
      ["2026-01-01", "10:00Z"],
    ] as const) {
      expect(instantOf(date, time, "Europe/Berlin"), `${date} ${time}`).toMatchObject({ ok: false });
    }
  });

  test("comes back as it was entered", () => {
    const zones = ["Asia/Kathmandu", "Europe/Berlin", "America/New_York", "Pacific/Apia", "UTC", "Africa/Casablanca"];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (moment, zone) => {
          const shown = wallTimeOf(moment, zone);
          const back = instantOf(shown.date, shown.time, zone);
          if (!back.ok) throw new Error(`${shown.date} ${shown.time} ${zone}`);
          expect(wallTimeOf(back.at, zone)).toEqual(shown);
        },
      ),
    );
  });

  test("has a zone with a name", () => {
    for (const zone of ["Europe/Berlin", "America/Argentina/Ushuaia", "UTC", "Asia/Kathmandu", "Etc/GMT+5"])
      expect(isNamedZone(zone), zone).toBe(true);
    for (const zone of ["", "+01:00", "Mars/Olympus", "Europe/Berlin\r\nX:1", "europe"])
      expect(isNamedZone(zone), zone).toBe(false);
  });
});
