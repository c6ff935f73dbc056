import fc from "fast-check";
import { expect, test } from "vitest";
import { roomTokenClaims } from "@/lib/jitsi/room-token";
import { joinWindow, linkTimes, mailedTokenTimes, tokenWindow } from "@/lib/links/token-window";
import { facts } from "@/tests/unit/jitsi/facts";

const minute = 60_000;
const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });

test("links open by the domain's minutes and one more early, and work after the end", () => {
  const startsAt = new Date("2026-11-24T10:00:00Z");
  const endsAt = new Date("2026-11-24T11:00:00Z");
  expect(tokenWindow({ startsAt, endsAt, opensBeforeMinutes: 15, closesAfterMinutes: 240 })).toEqual({
    notBefore: new Date("2026-11-24T09:44:00Z"),
    expiresAt: new Date("2026-11-24T15:00:00Z"),
  });
});

test("the clock's change in between moves neither end", () => {
  const startsAt = new Date("2026-10-25T00:30:00Z"); // 02:30 in Berlin, an hour that comes twice
  const endsAt = new Date("2026-10-25T01:30:00Z");
  const window = tokenWindow({ startsAt, endsAt, opensBeforeMinutes: 60, closesAfterMinutes: 60 });
  expect(window.expiresAt.getTime() - window.notBefore.getTime()).toBe(181 * minute);
});

test("a person on time holds a valid token, to the second that the server counts", () => {
  const minutes = fc.nat({ max: 10_000 });
  fc.assert(
    fc.property(instant, minutes, minutes, minutes, (startsAt, length, opensBeforeMinutes, closesAfterMinutes) => {
      const endsAt = new Date(startsAt.getTime() + length * minute);
      const window = tokenWindow({ startsAt, endsAt, opensBeforeMinutes, closesAfterMinutes });
      const claims = roomTokenClaims(facts(window)) as { nbf: number; exp: number };
      const opens = startsAt.getTime() - opensBeforeMinutes * minute;
      const closes = endsAt.getTime() + closesAfterMinutes * minute;
      expect(opens - claims.nbf * 1000).toBeGreaterThanOrEqual(minute);
      expect(opens - claims.nbf * 1000).toBeLessThan(minute + 1000);
      expect(closes - claims.exp * 1000).toBeGreaterThanOrEqual(0);
      expect(closes - claims.exp * 1000).toBeLessThan(1000);
    }),
  );
});

test("pages show the window without the minute added for clocks that are behind", () => {
  const meeting = {
    startsAt: new Date("2026-11-24T10:00:00Z"),
    endsAt: new Date("2026-11-24T11:00:00Z"),
    opensBeforeMinutes: 15,
    closesAfterMinutes: 240,
  };
  const told = { opensAt: new Date("2026-11-24T09:45:00Z"), closesAt: new Date("2026-11-24T15:00:00Z") };
  expect(linkTimes(meeting)).toEqual(told);
  expect(mailedTokenTimes(tokenWindow(meeting))).toEqual(told);
});

test("a token made at the click is good from five minutes ago until the links close", () => {
  const times = { startsAt: new Date("2026-11-24T10:00:00Z"), endsAt: new Date("2026-11-24T11:00:00Z") };
  const meeting = { ...times, opensBeforeMinutes: 15, closesAfterMinutes: 240 };
  const now = new Date("2026-11-24T06:00:00Z");
  expect(joinWindow(meeting, now)).toEqual({
    notBefore: new Date("2026-11-24T05:55:00Z"),
    expiresAt: tokenWindow(meeting).expiresAt,
  });
});
