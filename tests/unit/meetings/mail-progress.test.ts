import { expect, test } from "vitest";
import { mailProgress } from "@/lib/meetings/read/find";

test("a deferred mail waits until it is tried now, and a new one is being sent", () => {
  const at = new Date("2026-11-24T09:00:00Z");
  const progress = (deferredAt: Date | null, nextAttemptAt: Date | null) =>
    mailProgress([{ delivery: { status: "QUEUED", deferredAt, nextAttemptAt } }]);
  expect(progress(null, at)).toMatchObject({ queued: 1, waiting: 0 });
  expect(progress(at, at)).toMatchObject({ queued: 0, waiting: 1 });
  expect(progress(at, null)).toMatchObject({ queued: 1, waiting: 0 });
});
