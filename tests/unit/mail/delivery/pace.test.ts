import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "vitest";
import { pace } from "@/lib/mail/delivery/rate-limit";

const everyMs = 20;
/** Node's timers count whole milliseconds of a clock of their own, and may be one or two early. */
const leastMs = (turns: number) => turns * everyMs - 2;
const never = new AbortController().signal;

test("mails leave evenly at the rate, and not in a burst, also after a pause", async () => {
  const turn = pace(60_000 / everyMs);
  const begin = performance.now();
  const left = await Promise.all([0, 1, 2, 3].map(() => turn(never).then(() => performance.now() - begin)));
  for (const [n, atMs] of left.entries()) expect(atMs).toBeGreaterThanOrEqual(leastMs(n));
  await after(3 * everyMs);
  const resumed = performance.now();
  await turn(never);
  await turn(never);
  expect(performance.now() - resumed).toBeGreaterThanOrEqual(leastMs(1));
});

test("who waits for a turn is let go when the process stops", async () => {
  const turn = pace(1);
  const stop = new AbortController();
  await turn(stop.signal);
  const second = turn(stop.signal);
  stop.abort();
  await expect(second).rejects.toThrow();
});
