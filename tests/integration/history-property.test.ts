import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { history } from "@/tests/support/property/commands";
import { play } from "@/tests/support/property/play";
import { type Stage, startStage } from "@/tests/support/property/stage";
import { verify } from "@/tests/support/property/verify";

/** Each takes a second or two; more of them when somebody looks for something. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 15);

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

test("after any history of edits and crashes the mails match the database", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (story) => {
      const played = await play(stage, story);
      await stage.settle(played.meetingId);
      await verify(stage, played);
    }),
    { numRuns },
  );
  expect(stage.smtp.received.length).toBeGreaterThan(numRuns);
}, 900_000);
