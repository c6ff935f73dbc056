import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import type { Database } from "@/lib/db";
import { newId } from "@/lib/ids";
import { loadDeliveries } from "@/lib/mail/delivery/load";
import { acceptedByServer } from "@/lib/mail/delivery/outcome";
import { type Attempt, recordAttempts } from "@/lib/mail/delivery/record-attempts";
import { composeNotice } from "@/lib/mail/notices/compose-notice";
import { loadNotices } from "@/lib/mail/notices/load";
import { writeNotice } from "@/lib/mail/notices/write";
import { changeMeeting } from "@/lib/meetings/change";
import { noticeQueue } from "@/lib/queue";
import { change, moved } from "@/tests/support/change";
import { lockIsWaitedFor, onEachDatabase } from "@/tests/support/database";
import { friday, giveAnswer } from "@/tests/support/give-answer";
import { inputFor, install, mailHost, meetingUrl, schedule, sender } from "@/tests/support/installation";
import { waitFor } from "@/tests/support/wait-for";

type Outcome = Attempt["outcome"]["result"];

const minute = 60_000;
const after = (ms: number) => new Date(Date.now() + ms);

onEachDatabase((db, kind) => {
  const notices = (meetingId: string) =>
    db().prisma.delivery.findMany({
      where: { participant: { meetingId }, kind: "NOTICE" },
      include: { participant: true },
      orderBy: { id: "asc" },
    });

  /** What the worker writes after one attempt for each delivery of the meeting. */
  async function attemptAll(meetingId: string, resultOf: (email: string) => Outcome, now = new Date()) {
    const deliveries = await db().prisma.delivery.findMany({
      where: { participant: { meetingId }, status: "QUEUED" },
      include: { participant: true },
    });
    const attempts = deliveries.map((delivery) => attemptOf(delivery, resultOf(delivery.participant.email)));
    // As several workers do, each with some of them.
    const parts = [0, 1, 2].map((part) => attempts.filter((_, i) => i % 3 === part));
    await Promise.all(parts.map((part) => recordAttempts(db(), part, now, () => minute)));
  }

  /** The mail as it would leave now. */
  async function written(noticeId: string) {
    const [delivery] = await loadDeliveries(db(), [noticeId]);
    const { raw } = await composeNotice(delivery!, sender, meetingUrl);
    return raw.toString();
  }

  const gather = (meetingId: string, kind: "ANSWERS" | "FAILURES", now = after(minute)) =>
    writeNotice(db(), { meetingId, kind }, { now, mailHost });

  async function meetingWith(people: number, answerMails: "EACH" | "DAILY" | "NEVER" = "EACH", now = new Date()) {
    const place = await install(db());
    await db().prisma.user.update({ where: { id: place.organiser.id }, data: { answerMails } });
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, people, now), now);
    const participants = await db().prisma.participant.findMany({
      where: { meetingId, isOrganiser: false },
      orderBy: { position: "asc" },
    });
    return { place, meetingId, participants };
  }

  async function answer(participantId: string, now = new Date(), given: "ACCEPTED" | "DECLINED" = "ACCEPTED") {
    expect(await giveAnswer(db(), participantId, { answer: given, now })).toMatchObject({ ok: true });
  }

  test("invitations that fail in one minute are one notice that names each once", async () => {
    const { meetingId, place } = await meetingWith(40);
    await attemptAll(meetingId, (email) => (email === place.organiser.email ? "accepted" : "failed"));
    expect(await jobs(db(), meetingId)).toHaveLength(1);
    await gather(meetingId, "FAILURES");
    await gather(meetingId, "FAILURES");
    const [notice, ...more] = await notices(meetingId);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ notice: "FAILURES", status: "QUEUED", participant: { isOrganiser: true } });
    const { failures } = (await loadNotices(db(), [notice!.id])).get(notice!.id)!;
    expect(failures.map(({ email }) => email)).toEqual(
      Array.from({ length: 40 }, (_, i) => `participant-${i}@example.org`),
    );
    expect(failures[0]).toMatchObject({
      kind: "INVITATION",
      bounced: false,
      reason: "mail-server-refused-recipient",
      serverText: "said the server",
    });
  });

  test("a failure during a notice is in that one or the next, and never in both", async () => {
    const { meetingId, place } = await meetingWith(30);
    const own = place.organiser.email;
    await Promise.all([
      attemptAll(meetingId, (email) => (email === own ? "accepted" : "failed")),
      gather(meetingId, "FAILURES"),
      gather(meetingId, "FAILURES"),
    ]);
    await gather(meetingId, "FAILURES");
    const told = await loadNotices(
      db(),
      (await notices(meetingId)).map(({ id }) => id),
    );
    const emails = [...told.values()].flatMap(({ failures }) => failures.map(({ email }) => email));
    expect(emails.sort()).toEqual(Array.from({ length: 30 }, (_, i) => `participant-${i}@example.org`).sort());
  });

  test("a notice waits for a failure that is just being written", async () => {
    const { meetingId, place } = await meetingWith(1);
    await attemptAll(meetingId, (email) => (email === place.organiser.email ? "accepted" : "retry"));
    let done = false;
    let gathering: Promise<unknown> | undefined;
    await db().prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE "id" = ${meetingId}::uuid FOR SHARE`;
      await tx.delivery.updateMany({
        where: { participant: { meetingId }, status: "QUEUED" },
        data: { status: "FAILED" },
      });
      gathering = gather(meetingId, "FAILURES").finally(() => {
        done = true;
      });
      // PGlite has one connection: there everything waits.
      if (kind === "postgres")
        await waitFor("a lock to be waited for", async () => done || (await lockIsWaitedFor(tx)));
    });
    await gathering;
    expect(await notices(meetingId)).toHaveLength(1);
  });

  test("what a notice tells does not change between two attempts", async () => {
    const { meetingId, place } = await meetingWith(4);
    await attemptAll(meetingId, (email) => (email.startsWith("participant-0@") ? "failed" : "retry"));
    await db().prisma.delivery.updateMany({
      where: { participant: { meetingId, email: place.organiser.email } },
      data: { status: "ACCEPTED", settledAt: new Date() },
    });
    await gather(meetingId, "FAILURES");
    const [notice] = await notices(meetingId);
    const before = await written(notice!.id);
    await attemptAll(meetingId, (email) => (email.startsWith("participant-") ? "failed" : "retry"));
    expect(await written(notice!.id)).toEqual(before);
    expect((await loadNotices(db(), [notice!.id])).get(notice!.id)!.failures).toHaveLength(1);
  });

  test("a notice of answers says how all stood when it was written, at every attempt", async () => {
    const { meetingId, participants, place } = await meetingWith(4);
    await attemptAll(meetingId, () => "accepted");
    await answer(participants[0]!.id, after(1000));
    await answer(participants[0]!.id, after(2000), "DECLINED");
    await answer(participants[1]!.id, after(3000));
    await gather(meetingId, "ANSWERS");
    const [notice] = await notices(meetingId);
    const before = await written(notice!.id);
    const { text, subject } = await simpleParser(before);
    expect(subject).toMatch(/^2 people answered: Board meeting/);
    expect(text).toContain("1 accepted, 0 maybe, 1 declined, 2 not answered");
    expect(text).toContain(meetingUrl(meetingId));
    expect(text).not.toContain("?jwt=");

    await answer(participants[2]!.id, after(2 * minute));
    await answer(participants[0]!.id, after(2 * minute));
    const { version } = await db().prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    const input = { ...inputFor(place.domain.id, 1, new Date()), title: "Another title" };
    const request = {
      meetingId,
      viewer: place.organiser,
      version,
      input,
      changeRoom: false,
      tell: "nobody",
    } as const;
    const now = after(3 * minute);
    expect(await changeMeeting(db(), { ...request, fingerprint: null, mailHost, now })).toMatchObject({ ok: true });
    expect(await written(notice!.id)).toEqual(before);
  });

  test("after a silent move a notice counts only answers to the present time", async () => {
    const { meetingId, participants, place } = await meetingWith(5);
    await attemptAll(meetingId, () => "accepted");
    const [ben, cleo, dan, eve, fay] = participants.map(({ id }) => id);
    await answer(ben!);
    await gather(meetingId, "ANSWERS");
    await answer(cleo!);
    await change(db(), place, meetingId, "nobody", moved(30));
    await answer(ben!, after(2 * minute), "DECLINED");
    await answer(dan!, after(2 * minute));
    const now = after(2 * minute);
    await giveAnswer(db(), eve!, { via: "MAIL", now });
    await giveAnswer(db(), fay!, { via: "MAIL", answer: "TENTATIVE", proposal: friday, now });
    await gather(meetingId, "ANSWERS", after(3 * minute));
    const { id } = (await notices(meetingId)).at(-1)!;
    const { answers, counts } = (await loadNotices(db(), [id])).get(id)!;
    // What Ben said before was to another time.
    expect(answers.map((given) => [given.email, given.answer, given.toAnotherTime, given.before])).toEqual([
      ["participant-0@example.org", "DECLINED", false, null],
      ["participant-2@example.org", "ACCEPTED", false, null],
      ["participant-4@example.org", "TENTATIVE", true, null],
    ]);
    expect(counts).toEqual({ accepted: 1, tentative: 0, declined: 1, open: 3 });

    // Back at the time before, their answers are told.
    await change(db(), place, meetingId, "nobody", moved(-30));
    await gather(meetingId, "ANSWERS", after(4 * minute));
    const last = (await notices(meetingId)).at(-1)!.id;
    const told = (await loadNotices(db(), [id, last])).get(last)!;
    expect(told.answers.map((given) => given.email)).toEqual([
      "participant-1@example.org",
      "participant-3@example.org",
    ]);
    expect(told.counts).toEqual({ accepted: 2, tentative: 1, declined: 0, open: 2 });
  });

  test("an answer to an unknown occurrence is in a notice unless another one counts", async () => {
    const { meetingId, participants } = await meetingWith(2);
    await attemptAll(meetingId, () => "accepted");
    const [ben, cleo] = participants.map(({ id }) => id);
    const other = { via: "MAIL", answer: "DECLINED", occurrence: { recurrenceId: "soon", startsAt: null } } as const;
    await answer(ben!);
    await giveAnswer(db(), ben!, { ...other, now: after(1000) });
    await giveAnswer(db(), cleo!, { ...other, now: after(2000) });
    await gather(meetingId, "ANSWERS", after(3 * minute));
    const { id } = (await notices(meetingId)).at(-1)!;
    const { answers, counts } = (await loadNotices(db(), [id])).get(id)!;
    expect(answers.map((given) => [given.email, given.answer, given.toAnotherTime])).toEqual([
      ["participant-0@example.org", "ACCEPTED", false],
      ["participant-1@example.org", "DECLINED", true],
    ]);
    expect(counts).toEqual({ accepted: 1, tentative: 0, declined: 0, open: 1 });
  });

  test("after a silent move a notice says which reported answers no longer count", async () => {
    const { meetingId, participants, place } = await meetingWith(1);
    await attemptAll(meetingId, () => "accepted");
    const [ben] = participants.map(({ id }) => id);
    const told = async (at: number) => {
      await gather(meetingId, "ANSWERS", after(at * minute));
      const { id } = (await notices(meetingId)).at(-1)!;
      const { answers } = (await loadNotices(db(), [id])).get(id)!;
      return answers.map(({ answer: given, toAnotherTime, before }) => [given, toAnotherTime, before]);
    };
    // To the first time, and never told: what is told is the newest.
    await answer(ben!, after(0), "DECLINED");
    await change(db(), place, meetingId, "nobody", moved(30));
    await answer(ben!, after(minute));
    expect(await told(2)).toEqual([["ACCEPTED", false, null]]);
    await giveAnswer(db(), ben!, { via: "MAIL", answer: "DECLINED", now: after(3 * minute) });
    expect(await told(4)).toEqual([["DECLINED", true, "ACCEPTED"]]);
    expect(await written((await notices(meetingId)).at(-1)!.id)).toContain("declined, for another time");
    await change(db(), place, meetingId, "nobody", moved(-30));
    await giveAnswer(db(), ben!, { via: "MAIL", answer: "ACCEPTED", now: after(5 * minute) });
    expect(await told(6)).toEqual([["ACCEPTED", false, null]]);
  });

  test("neither a failed notice nor the organiser's own failed invitation makes a notice", async () => {
    const { meetingId, place } = await meetingWith(1);
    await attemptAll(meetingId, (email) => (email === place.organiser.email ? "failed" : "accepted"));
    expect(await jobs(db(), meetingId)).toEqual([]);

    const other = await meetingWith(1);
    await attemptAll(other.meetingId, (email) => (email === other.place.organiser.email ? "accepted" : "failed"));
    await gather(other.meetingId, "FAILURES");
    await attemptAll(other.meetingId, () => "failed");
    await gather(other.meetingId, "FAILURES", after(2 * minute));
    expect(await notices(other.meetingId)).toMatchObject([{ status: "FAILED" }]);
    expect(await jobs(db(), other.meetingId)).toHaveLength(1);
  });

  test("an organiser whose address fails gets one notice of everything later", async () => {
    const { meetingId, place } = await meetingWith(2);
    await attemptAll(meetingId, () => "failed");
    await gather(meetingId, "FAILURES");
    expect(await notices(meetingId)).toEqual([]);
    await db().prisma.delivery.updateMany({
      where: { participant: { meetingId, email: place.organiser.email } },
      data: { status: "ACCEPTED" },
    });
    await gather(meetingId, "FAILURES");
    const [notice] = await notices(meetingId);
    expect((await loadNotices(db(), [notice!.id])).get(notice!.id)!.failures).toHaveLength(2);
  });

  test("answers of one minute are one mail, and a later one is another", async () => {
    const { meetingId, participants } = await meetingWith(3);
    await attemptAll(meetingId, () => "accepted");
    const now = new Date();
    await Promise.all(participants.slice(0, 2).map(({ id }) => answer(id, now)));
    expect(await jobs(db(), meetingId)).toMatchObject([{ startAfter: new Date(now.getTime() + minute) }]);
    await gather(meetingId, "ANSWERS");
    await answer(participants[2]!.id, after(2 * minute), "DECLINED");
    await gather(meetingId, "ANSWERS", after(3 * minute));
    await gather(meetingId, "ANSWERS", after(4 * minute));
    const ids = (await notices(meetingId)).map(({ id }) => id);
    const told = await loadNotices(db(), ids);
    expect(ids.map((id) => told.get(id)!.answers.map((given) => given.answer))).toEqual([
      ["ACCEPTED", "ACCEPTED"],
      ["DECLINED"],
    ]);
  });

  test("somebody who changes their answer is in a notice once, with both answers", async () => {
    const { meetingId, participants } = await meetingWith(2);
    await attemptAll(meetingId, () => "accepted");
    const [ben, cleo] = participants;
    const told = async () => {
      const [notice] = (await notices(meetingId)).slice(-1);
      const { answers } = (await loadNotices(db(), [notice!.id])).get(notice!.id)!;
      return answers.map(({ email, answer, before }) => [email, answer, before]);
    };
    for (const [i, given] of (["ACCEPTED", "DECLINED", "ACCEPTED"] as const).entries())
      await answer(ben!.id, after(i), given);
    await gather(meetingId, "ANSWERS");
    expect(await told()).toEqual([[ben!.email, "ACCEPTED", null]]);
    for (let i = 0; i < 15; i++) await answer(ben!.id, after(2 * minute + i), i % 2 === 0 ? "DECLINED" : "ACCEPTED");
    await answer(cleo!.id, after(2 * minute + 20));
    await gather(meetingId, "ANSWERS", after(3 * minute));
    expect(await told()).toEqual([
      [ben!.email, "DECLINED", "ACCEPTED"],
      [cleo!.email, "ACCEPTED", null],
    ]);
    // What was told does not change with what comes later.
    const before = await written((await notices(meetingId)).at(-1)!.id);
    await answer(ben!.id, after(4 * minute));
    await gather(meetingId, "ANSWERS", after(5 * minute));
    expect(await told()).toEqual([[ben!.email, "ACCEPTED", "DECLINED"]]);
    expect(await written((await notices(meetingId)).at(-2)!.id)).toEqual(before);
  });

  test("daily notices leave at eight local time, and never means none", async () => {
    const now = new Date("2027-01-10T10:00:00Z");
    const daily = await meetingWith(2, "DAILY", now);
    for (const { id } of daily.participants) await answer(id, now);
    expect(await jobs(db(), daily.meetingId)).toMatchObject([{ startAfter: new Date("2027-01-11T02:15:00Z") }]);

    const never = await meetingWith(1, "NEVER");
    await answer(never.participants[0]!.id);
    expect(await jobs(db(), never.meetingId)).toEqual([]);
    await gather(never.meetingId, "ANSWERS");
    expect(await notices(never.meetingId)).toEqual([]);
  });

  test("answers are not told any more when the meeting is over, or was moved since", async () => {
    const { meetingId, participants } = await meetingWith(1);
    await attemptAll(meetingId, () => "accepted");
    await answer(participants[0]!.id);
    await gather(meetingId, "ANSWERS", after(30 * 24 * 60 * minute));
    await db().prisma.currentAnswer.deleteMany({ where: { participantId: participants[0]!.id } });
    await gather(meetingId, "ANSWERS");
    expect(await notices(meetingId)).toEqual([]);
  });
});

const refusal = { reason: "mail-server-refused-recipient", responseCode: 550, serverText: "said the server" } as const;

const attemptOf = (delivery: { id: string; attempts: number }, result: Outcome): Attempt => ({
  jobId: newId(),
  deliveryId: delivery.id,
  attempts: delivery.attempts + 1,
  firstAttemptAt: null,
  usefulUntil: null,
  outcome: result === "accepted" ? acceptedByServer("250 Ok") : { result, ...refusal },
});

const jobs = ({ prisma }: Database, meetingId: string) =>
  prisma.$queryRaw<{ startAfter: Date }[]>`
    SELECT "start_after" AS "startAfter" FROM pgboss.job
    WHERE "name" = ${noticeQueue} AND "data"->>'meetingId' = ${meetingId}`;
