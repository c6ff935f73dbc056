import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { pace } from "@/lib/mail/delivery/rate-limit";

const never = new AbortController().signal;

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

test("mails leave evenly at the rate, and not in a burst, also after a pause", async () => {
  let now = 1000;
  const waits: unknown[] = [];
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.spyOn(timers, "setTimeout").mockImplementation(async (ms) => void waits.push(ms));
  syncBuiltinESMExports();

  const turn = pace(3000);
  for (let mail = 0; mail < 4; mail++) await turn(never);
  expect(waits).toEqual([20, 40, 60]);
  now += 200;
  await turn(never);
  expect(waits).toHaveLength(3);
  await turn(never);
  expect(waits.at(-1)).toBe(20);
});

test("who waits for a turn is let go when the process stops", async () => {
  const turn = pace(1);
  const stop = new AbortController();
  await turn(stop.signal);
  const second = turn(stop.signal);
  stop.abort();
  await expect(second).rejects.toThrow();
});
