import { atMost, type Figure, inTurn, median, milliseconds } from "@/bench/measure";
import { plainSql } from "@/bench/sql";
import type { Database } from "@/lib/db";
import { type ChangeRequest, changeMeeting, reviewChange } from "@/lib/meetings/change";
import { findMeeting } from "@/lib/meetings/read/find";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";

const people = 500;
const rounds = 20;
const saves = 9;

/** Changing the time of a meeting with 500 participants: the review beside opening its page, the save beside a new meeting's. */
export async function benchEdit(db: Database): Promise<Figure[]> {
  const { organiser, domain } = await install(db);
  const input = inputFor(domain.id, people - 1, new Date());
  const meetingId = await schedule(db, { organiser }, input);
  await allAccepted(db);
  const request = (id: string): ChangeRequest => ({
    meetingId: id,
    viewer: organiser,
    version: 1,
    // Another day, so that everybody gets an update with a new link.
    input: { ...input, startsAt: nextDay(input.startsAt), endsAt: nextDay(input.endsAt) },
    changeRoom: false,
    tell: "everybody",
    now: new Date(),
  });

  const reviews: number[] = [];
  const pages: number[] = [];
  const review = await inTurn(
    rounds,
    () => kept(reviews, () => reviewChange(db, request(meetingId))),
    () => kept(pages, () => findMeeting(db, { meetingId, viewer: organiser })),
  );
  const p95 = percentile(reviews, 0.95) / percentile(pages, 0.95);

  // Each edit is of the meeting that was saved in the round before.
  let newest = meetingId;
  const save = await inTurn(
    saves,
    async () => {
      await allAccepted(db);
      return milliseconds(async () => {
        const result = await changeMeeting(db, { ...request(newest), fingerprint: null, mailHost });
        if (!result.ok) throw new Error(result.reason);
      });
    },
    () =>
      milliseconds(async () => {
        newest = await schedule(db, { organiser }, input);
      }),
  );
  return [
    {
      ...review,
      name: `review an edit of ${people} people (p95), beside opening the page (${db.kind})`,
      unit: "ms",
      value: percentile(reviews, 0.95),
      baseline: percentile(pages, 0.95),
      ratio: p95,
      ...atMost(2, p95),
    },
    {
      name: `save an edit of ${people} people, beside saving a new meeting (${db.kind})`,
      unit: "ms",
      ...save,
      ...atMost(1.5, save.ratio),
    },
  ];
}

/** As it is once the worker is done. */
const allAccepted = (db: Database) =>
  plainSql(
    db,
    `UPDATE "Delivery" SET "status" = 'ACCEPTED', "attempts" = 1, "nextAttemptAt" = NULL WHERE "status" = 'QUEUED';
     DELETE FROM pgboss.job`,
  );

const nextDay = (at: Date) => new Date(at.getTime() + 24 * 3600_000);

async function kept(times: number[], run: () => Promise<unknown>): Promise<number> {
  const ms = await milliseconds(run);
  times.push(ms);
  return ms;
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? median(values);
}
