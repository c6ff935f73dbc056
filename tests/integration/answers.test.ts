import { expect, test } from "vitest";
import type { Database } from "@/lib/db";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { acceptMails, change, moved } from "@/tests/support/change";
import { lockIsWaitedFor, onEachDatabase } from "@/tests/support/database";
import { currentAnswer, friday, giveAnswer, type Said, shownTime } from "@/tests/support/give-answer";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";
import { waitFor } from "@/tests/support/wait-for";

const second = 1000;
const hour = 3600 * second;

/** A meeting with somebody to answer; `answer` says what they say. */
async function invited(db: Database) {
  const place = await install(db);
  const now = new Date();
  const meetingId = await schedule(db, place, inputFor(place.domain.id, 2, now), now);
  const { id: participantId } = await db.prisma.participant.findFirstOrThrow({
    where: { meetingId, isOrganiser: false },
    orderBy: { position: "asc" },
  });
  const answer = (said: Said = {}) => giveAnswer(db, participantId, { now, ...said });
  const person = () => currentAnswer(db, participantId);
  const history = () =>
    db.prisma.participantAnswer.findMany({ where: { participantId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return { place, meetingId, participantId, now, answer, person, history };
}

onEachDatabase((db, kind) => {
  test("an answer is on the participant and in the history, its note cleaned and cut", async () => {
    const { answer, person, history, now } = await invited(db());
    const note = `Running\u202e late\r\n${"😀".repeat(300)}`;
    expect(await answer({ answer: "TENTATIVE", note })).toEqual({ ok: true, changed: true });
    const { answer: given, note: said, answeredAt } = await person();
    expect({ given, answeredAt }).toEqual({ given: "TENTATIVE", answeredAt: now });
    expect(said).toMatch(/^Running late\n(😀)+$/u);
    expect(said.length).toBeLessThanOrEqual(500);
    expect(await history()).toMatchObject([{ answer: "TENTATIVE", note: said, via: "WEB", sequence: 0 }]);
  });

  test("the same answer again changes nothing, another one adds to the history", async () => {
    const { answer, person, history } = await invited(db());
    await answer();
    const before = await person();
    expect(await answer()).toEqual({ ok: true, changed: false });
    expect(await person()).toEqual(before);
    expect(await answer({ note: "With pleasure" })).toEqual({ ok: true, changed: true });
    expect(await answer({ answer: "DECLINED" })).toEqual({ ok: true, changed: true });
    expect((await history()).map((row) => [row.answer, row.note])).toEqual([
      ["ACCEPTED", ""],
      ["ACCEPTED", "With pleasure"],
      ["DECLINED", ""],
    ]);
  });

  test("a delayed reply does not undo a newer answer, and a fast clock outdates none", async () => {
    const { answer, person, now } = await invited(db());
    const at = (seconds: number) => new Date(now.getTime() + seconds * second);
    await answer({ via: "MAIL", answer: "DECLINED", stampedAt: at(86400), now: at(1) });
    expect(await answer({ answer: "ACCEPTED", now: at(60) })).toEqual({ ok: true, changed: true });
    const late = { via: "MAIL", answer: "TENTATIVE", stampedAt: at(30), now: at(90) } as const;
    expect(await answer(late)).toEqual({ ok: false, reason: "outdated" });
    expect((await person()).answer).toBe("ACCEPTED");
    expect(await answer({ ...late, stampedAt: at(80) })).toEqual({ ok: true, changed: true });
  });

  test("a proposal alone is kept beside the answer, once", async () => {
    const { answer, person, history } = await invited(db());
    await answer();
    const proposal = { answer: "NONE", via: "MAIL", proposal: friday } as const;
    expect(await answer(proposal)).toEqual({ ok: true, changed: true });
    expect(await answer(proposal)).toEqual({ ok: true, changed: false });
    expect((await person()).answer).toBe("ACCEPTED");
    expect(await history()).toMatchObject([
      { isProposal: false },
      { answer: "ACCEPTED", isProposal: true, proposedStartsAt: friday.startsAt, proposedEndsAt: friday.endsAt },
    ]);
  });

  test("answers to what is not asked are refused and leave no trace", async () => {
    const refused = async (prepare: (one: Awaited<ReturnType<typeof invited>>) => Promise<Said & { of?: string }>) => {
      const one = await invited(db());
      const { of = one.participantId, ...said } = await prepare(one);
      const result = await giveAnswer(db(), of, { now: one.now, ...said });
      expect(await one.history()).toEqual([]);
      expect((await one.person()).answer).toBe("NONE");
      return result;
    };
    const alter = async (one: { participantId: string }, data: { removedAt?: Date; sequence?: number }) => {
      await db().prisma.participant.update({ where: { id: one.participantId }, data });
      return {};
    };
    expect(await refused((one) => alter(one, { removedAt: one.now }))).toMatchObject({
      reason: "removed",
    });
    expect(
      await refused(async (one) => ({ ...(await alter(one, { sequence: 1 })), via: "MAIL", sequence: 0 })),
    ).toMatchObject({ reason: "outdated" });
    expect(
      await refused(async ({ meetingId, place, now }) => {
        await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now });
        return {};
      }),
    ).toMatchObject({ reason: "cancelled" });
    expect(await refused(async ({ now }) => ({ now: new Date(now.getTime() + 72 * hour) }))).toMatchObject({
      reason: "over",
    });
    expect(
      await refused(async ({ meetingId }) => {
        const { id } = await db().prisma.participant.findFirstOrThrow({ where: { meetingId, isOrganiser: true } });
        return { of: id };
      }),
    ).toMatchObject({ reason: "organiser" });
    expect(await refused(async () => ({ of: crypto.randomUUID() }))).toMatchObject({ reason: "removed" });
  });

  test.each([
    ["silently", "nobody"],
    ["and everybody was told", "everybody"],
  ] as const)("a page that was open while the meeting was moved (%s) answers nothing", async (_, tell) => {
    const { answer, person, history, place, meetingId, participantId } = await invited(db());
    await acceptMails(db(), meetingId);
    const time = await shownTime(db(), participantId);
    await change(db(), place, meetingId, tell, moved(30));
    for (const shown of [time, "", "0-0", "\0", "x".repeat(10_000)])
      expect(await answer({ time: shown })).toEqual({ ok: false, reason: "outdated" });
    expect(await person()).toMatchObject({ answer: "NONE", answeredAt: null, startsAt: null });
    expect(await history()).toEqual([]);
    expect(await answer()).toEqual({ ok: true, changed: true });
  });

  test("a page open during a change of text, zone or there and back still answers", async () => {
    const { answer, place, meetingId, participantId } = await invited(db());
    await acceptMails(db(), meetingId);
    const time = await shownTime(db(), participantId);
    await change(db(), place, meetingId, "everybody", () => ({ title: "Renamed", timeZone: "Europe/London" }));
    await change(db(), place, meetingId, "nobody", moved(30));
    await change(db(), place, meetingId, "nobody", moved(-30));
    expect(await answer({ time })).toEqual({ ok: true, changed: true });
  });

  test("the same words to another time are another answer, with that time beside them", async () => {
    const { answer, person, history, place, meetingId } = await invited(db());
    await acceptMails(db(), meetingId);
    await answer();
    await change(db(), place, meetingId, "nobody", moved(30));
    expect(await answer()).toEqual({ ok: true, changed: true });
    expect(await answer()).toEqual({ ok: true, changed: false });
    const [before, after] = await history();
    expect(+after!.startsAt! - +before!.startsAt!).toBe(hour / 2);
    const { startsAt, endsAt } = await person();
    expect([startsAt, endsAt]).toEqual([after!.startsAt, after!.endsAt]);
    // The calendar knows the time before, and its reply is to that; a proposal alone leaves the answer what it is.
    const at = (seconds: number) => new Date(Date.now() + seconds * second);
    await answer({ via: "MAIL", answer: "NONE", proposal: friday, now: at(10) });
    expect(await person()).toMatchObject({ answer: "ACCEPTED", startsAt });
    await answer({ via: "MAIL", answer: "DECLINED", now: at(20) });
    expect(await person()).toMatchObject({ answer: "DECLINED", startsAt: before!.startsAt });
  });

  test("of twenty answers at once the last in the history is the current one", async () => {
    const { answer, person, history } = await invited(db());
    const answers = ["ACCEPTED", "TENTATIVE", "DECLINED"] as const;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => answer({ answer: answers[i % 3], note: `Note ${i % 4}` })),
    );
    const rows = await history();
    expect(rows).toHaveLength(results.filter((result) => result.ok && result.changed).length);
    // Neighbours differ: what was said already is not written again.
    const said = rows.map((row) => `${row.answer} ${row.note}`);
    expect(said.filter((what, i) => what === said[i - 1])).toEqual([]);
    const { answer: stands, note } = await person();
    expect(`${stands} ${note}`).toBe(said.at(-1));
  });

  test("an answer changes twenty times an hour by mail, and as often on the web", async () => {
    const { answer, person, history, now } = await invited(db());
    const at = (seconds: number) => new Date(now.getTime() + seconds * second);
    const change = (i: number, via: "WEB" | "MAIL") => answer({ note: `Note ${i}`, via, now: at(i), stampedAt: at(i) });
    for (let i = 0; i < 20; i++) expect(await change(i, "MAIL")).toMatchObject({ changed: true });
    expect(await change(20, "MAIL")).toEqual({ ok: false, reason: "too-many" });
    for (let i = 21; i < 41; i++) expect(await change(i, "WEB")).toMatchObject({ changed: true });
    expect(await change(41, "WEB")).toEqual({ ok: false, reason: "too-many" });
    expect(await history()).toHaveLength(40);
    expect((await person()).note).toBe("Note 40");
    // To say the same again is no change.
    expect(await answer({ note: "Note 40", now: at(42) })).toEqual({ ok: true, changed: false });
    expect(await change(3621, "WEB")).toMatchObject({ changed: true });
  });

  test("the same answer twenty times at once is one", async () => {
    const { answer, history } = await invited(db());
    const results = await Promise.all(Array.from({ length: 20 }, () => answer({ note: "Once" })));
    expect(results.filter((result) => result.ok && result.changed)).toHaveLength(1);
    expect(await history()).toHaveLength(1);
  });

  test.each([
    ["cancelled", "cancelled", { status: "CANCELLED" }],
    ["moved", "outdated", { startsAt: new Date() }],
  ] as const)("an answer that comes while the meeting is being %s waits, and is refused", async (_, reason, data) => {
    const { answer, person, meetingId, participantId } = await invited(db());
    const time = await shownTime(db(), participantId);
    const pending: { result?: ReturnType<typeof answer>; settled?: boolean } = {};
    await db().prisma.$transaction(async (tx) => {
      await lockMeeting(tx, meetingId, "FOR UPDATE");
      await tx.occurrence.updateMany({ where: { meetingId }, data });
      pending.result = answer({ time }).finally(() => {
        pending.settled = true;
      });
      // PGlite has one connection: there the answer's transaction begins after this one.
      if (kind === "postgres")
        await waitFor("the answer to wait", async () => pending.settled || (await lockIsWaitedFor(tx)));
    });
    expect(await pending.result).toEqual({ ok: false, reason });
    expect((await person()).answer).toBe("NONE");
  });

  test("twenty answers during a cancellation come before it or are refused", async () => {
    const { answer, history, meetingId, place, now } = await invited(db());
    const results = await Promise.all([
      ...Array.from({ length: 10 }, (_, i) => answer({ note: `Before ${i}` })),
      cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now }),
      ...Array.from({ length: 10 }, (_, i) => answer({ note: `After ${i}` })),
    ]);
    const refused = results.filter((result) => !result.ok);
    expect(refused.every((result) => result.reason === "cancelled")).toBe(true);
    expect(await history()).toHaveLength(20 - refused.length);
    expect(await answer()).toEqual({ ok: false, reason: "cancelled" });
  });
});
