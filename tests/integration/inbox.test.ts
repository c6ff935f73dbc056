import { afterEach, expect, test, vi } from "vitest";
import { answerHistory } from "@/lib/answers/find";
import type { Database } from "@/lib/db";
import { newId } from "@/lib/ids";
import { handleMail } from "@/lib/inbox/handle";
import { setLogLevel } from "@/lib/log";
import { loadDeliveries } from "@/lib/mail/delivery/load";
import { makeVerp } from "@/lib/mail/delivery/verp";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { isOfTheDatabase } from "@/lib/prisma-error";
import { noticeQueue } from "@/lib/queue";
import {
  calendarEntry,
  calendarReply,
  deliveryReport,
  type ReplyOptions,
  replyMail,
} from "@/tests/support/calendar-reply";
import { onEachDatabase } from "@/tests/support/database";
import { currentAnswer } from "@/tests/support/give-answer";
import { appSecret, inputFor, install, mailHost, schedule } from "@/tests/support/installation";

const now = new Date("2026-11-24T10:00:00Z");
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

/** A meeting, one of its participants, and what their calendar knows of it. */
async function invited(db: Database) {
  const place = await install(db);
  const meetingId = await schedule(db, place, inputFor(place.domain.id, 2, now), now);
  const where = { meetingId, isOrganiser: false };
  const { id, email, calendarUid } = await db.prisma.participant.findFirstOrThrow({
    where,
    orderBy: { position: "asc" },
  });
  const { id: deliveryId } = await db.prisma.delivery.findFirstOrThrow({ where: { participantId: id } });
  const { startsAt } = await db.prisma.occurrence.findFirstOrThrow({ where: { meetingId } });
  const entry = calendarEntry({ uid: calendarUid, email });
  const reply = (options: ReplyOptions = {}, headers: string[] = []) =>
    replyMail(calendarReply(entry, { stampedAt: secondsAgo(60), ...options }), {
      from: email,
      to: "invites@example.org",
      method: options.method,
      headers,
    });
  const handleAt = (raw: string, receivedAt: Date, at: Date) =>
    handleMail(db, Buffer.from(raw), { appSecret, receivedAt, now: at });
  const handle = (raw: string, receivedAt = now) => handleAt(raw, receivedAt, now);
  const person = async () => ({
    ...(await currentAnswer(db, id)),
    answers: await db.prisma.participantAnswer.findMany({
      where: { participantId: id },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  });
  const delivery = () =>
    db.prisma.delivery.findUniqueOrThrow({
      where: { id: deliveryId },
      include: { history: { orderBy: { number: "asc" } } },
    });
  const setDelivery = (status: "ACCEPTED" | "FAILED" | "SUPERSEDED") =>
    db.prisma.delivery.update({ where: { id: deliveryId }, data: { status, attempts: 1, nextAttemptAt: null } });
  const bounceTo = makeVerp("invites@example.org", deliveryId, appSecret)!;
  const bounce = () => handle(deliveryReport({ to: bounceTo, diagnostic: "smtp; 550 5.1.1 User unknown" }));
  return {
    place,
    meetingId,
    participantId: id,
    startsAt,
    email,
    reply,
    handle,
    handleAt,
    person,
    delivery,
    deliveryId,
    setDelivery,
    bounce,
  };
}

type Invited = Awaited<ReturnType<typeof invited>>;

afterEach(() => {
  vi.restoreAllMocks();
  setLogLevel("warn");
});

/** What is written to the log from here on. */
function logLines(): string[] {
  setLogLevel("info");
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  return lines;
}

const wordsOfTheMail = "Secretum 7f3a";

onEachDatabase((db) => {
  test.each<[string, string, (one: Invited) => string | Promise<string>]>([
    ["a forged UID", "reply: unknown UID", ({ reply }) => reply({ uid: `${newId()}@example.org` })],
    [
      "another attendee's address",
      "reply: another-attendee",
      ({ reply }) => reply({ attendee: "mailto:eve@example.org" }),
    ],
    [
      "an older SEQUENCE",
      "reply: outdated",
      async ({ reply, participantId }) => {
        await db().prisma.participant.update({ where: { id: participantId }, data: { sequence: 2 } });
        return reply({ sequence: 1 });
      },
    ],
    ["an automatic answer", "automatic answer", ({ reply }) => reply({}, ["Auto-Submitted: auto-replied"])],
    ["300 kB", "too large", ({ reply }) => reply({ comment: "x".repeat(300_000) })],
    ["no answer", "reply: no-answer", ({ reply }) => reply({ partstat: "DELEGATED" })],
    [
      "a meeting that was cancelled",
      "reply: cancelled",
      async ({ reply, meetingId, place }) => {
        await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now });
        return reply({ sequence: 1 });
      },
    ],
    [
      "a person who was removed",
      "reply: removed",
      async ({ reply, participantId }) => {
        await db().prisma.participant.update({ where: { id: participantId }, data: { removedAt: now } });
        return reply();
      },
    ],
    [
      "the organiser's own entry",
      "reply: organiser",
      async ({ reply, meetingId }) => {
        const own = await db().prisma.participant.findFirstOrThrow({ where: { meetingId, isOrganiser: true } });
        return reply({ uid: own.calendarUid, attendee: `mailto:${own.email}` });
      },
    ],
  ])("a reply with %s changes nothing and is logged without a word of it", async (_, why, prepare) => {
    const one = await invited(db());
    const raw = (await prepare(one)).replace("Board meeting", wordsOfTheMail);
    const lines = logLines();
    expect(await one.handle(raw)).toBe("done");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: "info", event: "mail ignored", why });
    for (const word of [wordsOfTheMail, one.email, "eve@example.org", "BEGIN:"]) expect(lines[0]).not.toContain(word);
    expect(await one.person()).toMatchObject({ answer: "NONE", answeredAt: null, answers: [] });
  });

  test("an answer that is read is logged without its note", async () => {
    const { reply, handle, person, email } = await invited(db());
    const lines = logLines();
    await handle(reply({ comment: wordsOfTheMail }));
    expect((await person()).note).toBe(wordsOfTheMail);
    expect(JSON.parse(lines.join())).toMatchObject({ event: "answer read", as: "recorded" });
    for (const word of [wordsOfTheMail, email]) expect(lines.join()).not.toContain(word);
  });

  test("what a database cannot hold is taken out of a note and of a bounce's reason", async () => {
    const { reply, handle, person, delivery, deliveryId, setDelivery } = await invited(db());
    await handle(reply({ comment: "Gern\0e, \u0007Ben" }));
    expect((await person()).note).toBe("Gerne, Ben");
    await setDelivery("ACCEPTED");
    const to = makeVerp("invites@example.org", deliveryId, appSecret)!;
    await handle(deliveryReport({ to, diagnostic: "smtp; 550 5.1.1 No\0body \u0000here" }));
    expect(await delivery()).toMatchObject({ status: "BOUNCED", serverText: "550 5.1.1 Nobody here" });
  });

  test("a value that cannot be written is told from a database that cannot write", async () => {
    const { prisma } = db();
    const refused = (work: Promise<unknown>) => work.then(() => null, isOfTheDatabase);
    expect(await refused(prisma.participant.findUnique({ where: { calendarUid: "a\0b" } }))).toBe(false);
    expect(await refused(prisma.$queryRaw`SELECT ${"no number"}::int`)).toBe(false);
    expect(await refused(prisma.$queryRaw`SELECT * FROM "NotYetMigrated"`)).toBe(true);
    const readOnly = prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      await tx.$executeRaw`DELETE FROM "AuditEvent"`;
    });
    expect(await refused(readOnly)).toBe(true);
    // A newer version of this program wants to know something of the row that this one does not.
    expect(await refused(prisma.$executeRaw`UPDATE "Delivery" SET "messageId" = NULL`)).toBe(true);
  });

  test("one reply read by ten processes at once is one answer", async () => {
    const { reply, handle, person } = await invited(db());
    const raw = reply({ partstat: "DECLINED", comment: "Away" });
    expect(new Set(await Promise.all(Array.from({ length: 10 }, () => handle(raw))))).toEqual(new Set(["done"]));
    expect(await person()).toMatchObject({ answer: "DECLINED", note: "Away" });
    expect((await person()).answers).toHaveLength(1);
  });

  test("replies count in the order in which they were given, not in which they arrive", async () => {
    const { reply, handle, person } = await invited(db());
    const [first, second, third] = [
      reply({ partstat: "ACCEPTED", stampedAt: secondsAgo(90) }),
      reply({ partstat: "DECLINED", stampedAt: secondsAgo(30) }),
      reply({ partstat: "TENTATIVE", stampedAt: secondsAgo(30) }),
    ];
    for (const raw of [second, first, third, second, first, third]) await handle(raw);
    const { answer, answers } = await person();
    expect(answer).toBe("TENTATIVE");
    expect(answers.map((row) => row.answer)).toEqual(["DECLINED", "TENTATIVE"]);
  });

  test("a proposal stands in the history as a time", async () => {
    const { reply, handle, person } = await invited(db());
    await handle(reply({ method: "COUNTER", partstat: null, laterByHours: 3, comment: "Later?" }));
    const { answer, answers } = await person();
    expect(answer).toBe("NONE");
    expect(answers).toHaveLength(1);
    const proposedStartsAt = new Date("2026-11-25T13:00:00Z");
    expect(answers[0]).toMatchObject({ note: "Later?", isProposal: true, proposedStartsAt });
  });

  test("a reply to the occurrence that starts when the meeting does counts", async () => {
    const { reply, handle, person, startsAt } = await invited(db());
    await handle(reply({ partstat: "DECLINED", recurrenceId: startsAt }));
    expect(await person()).toMatchObject({
      answer: "DECLINED",
      answers: [{ answer: "DECLINED", startsAt, recurrenceStart: startsAt }],
    });
  });

  test("a reply that names the start before a move, as series do, counts", async () => {
    const { reply, handle, person, startsAt, meetingId } = await invited(db());
    const later = { startsAt: new Date(+startsAt + 3600_000), endsAt: new Date(+startsAt + 7200_000) };
    await db().prisma.occurrence.updateMany({ where: { meetingId }, data: later });
    await db().prisma.meetingRevision.updateMany({ where: { meetingId }, data: later });
    await handle(reply({ recurrenceId: startsAt }));
    expect(await person()).toMatchObject({ answer: "ACCEPTED", ...later });
  });

  test.each([
    ["another start", new Date("2026-12-02T10:00:00Z"), new Date("2026-12-02T10:00:00Z")],
    ["a time that cannot be read", "soon", null],
  ])("a reply to an occurrence with %s is kept and changes nothing", async (_, recurrenceId, recurrenceStart) => {
    const { reply, handle, person, participantId } = await invited(db());
    await handle(reply({ partstat: "TENTATIVE", stampedAt: secondsAgo(90) }));
    const before = await person();
    const other = reply({ partstat: "DECLINED", stampedAt: secondsAgo(30), recurrenceId, comment: "Away" });
    for (const raw of [other, other]) await handle(raw);
    const { answers, ...after } = await person();
    expect(after).toEqual({ ...before, answers: undefined });
    const kept = { answer: "DECLINED", note: "Away", startsAt: null, endsAt: null, recurrenceStart };
    expect(answers).toMatchObject([{ answer: "TENTATIVE" }, kept]);
    expect(await answerHistory(db(), participantId)).toMatchObject([
      { answer: "DECLINED", time: null, occurrence: { startsAt: recurrenceStart } },
      { answer: "TENTATIVE", occurrence: null },
    ]);
    // It is newer than this answer, but about something else.
    await handle(reply({ partstat: "ACCEPTED", stampedAt: secondsAgo(60) }));
    expect((await person()).answer).toBe("ACCEPTED");
  });

  test("a reply that names the start before the meeting got another zone counts", async () => {
    const { reply, handle, person, startsAt, meetingId } = await invited(db());
    const later = { startsAt: new Date(+startsAt + 3600_000), endsAt: new Date(+startsAt + 7200_000) };
    await db().prisma.meeting.updateMany({ where: { id: meetingId }, data: { timeZone: "Asia/Tokyo" } });
    await db().prisma.occurrence.updateMany({ where: { meetingId }, data: later });
    await db().prisma.meetingRevision.updateMany({ where: { meetingId }, data: { ...later, timeZone: "Asia/Tokyo" } });
    await handle(reply({ recurrenceId: startsAt }));
    expect(await person()).toMatchObject({ answer: "ACCEPTED", ...later });
  });

  test("a reply to another occurrence without DTSTAMP is kept once", async () => {
    const { reply, handleAt, person } = await invited(db());
    const other = reply({ stampedAt: null, recurrenceId: new Date("2026-12-02T10:00:00Z") });
    for (const later of [0, 1, 2]) await handleAt(other, secondsAgo(30), secondsAgo(-later));
    expect((await person()).answers).toMatchObject([{ answer: "ACCEPTED", stampedAt: secondsAgo(30) }]);
  });

  test("a bounce turns the delivery once, however often and by however many it is read", async () => {
    const { bounce, delivery, setDelivery, meetingId } = await invited(db());
    await setDelivery("ACCEPTED");
    await Promise.all(Array.from({ length: 5 }, bounce));
    expect(await delivery()).toMatchObject({
      status: "BOUNCED",
      reason: "bounced",
      responseCode: 550,
      serverText: "550 5.1.1 User unknown",
      settledAt: now,
      attempts: 1,
      history: [{ number: 2, result: "BOUNCED", at: now, reason: "bounced", serverText: "550 5.1.1 User unknown" }],
    });
    // The organiser hears of it, once.
    const notices = await db().boss.findJobs(noticeQueue, { data: { meetingId, kind: "FAILURES" } });
    expect(notices).toHaveLength(1);
  });

  test("a bounce that is faster than the note that its mail was accepted waits for it", async () => {
    const { bounce, delivery, setDelivery } = await invited(db());
    expect(await bounce()).toBe("later");
    expect((await delivery()).status).toBe("QUEUED");
    await setDelivery("SUPERSEDED");
    expect(await bounce()).toBe("later");
    await setDelivery("ACCEPTED");
    expect(await bounce()).toBe("done");
    expect((await delivery()).status).toBe("BOUNCED");
  });

  test("a bounce of a mail that was never accepted is ignored, at once or after its wait", async () => {
    const { handle, delivery, deliveryId, setDelivery } = await invited(db());
    const raw = deliveryReport({ to: makeVerp("invites@example.org", deliveryId, appSecret)! });
    expect(await handle(raw, secondsAgo(3600))).toBe("done");
    expect((await delivery()).status).toBe("QUEUED");
    await setDelivery("FAILED");
    expect(await handle(raw)).toBe("done");
    expect(await delivery()).toMatchObject({ status: "FAILED", history: [] });
    expect(await handle(deliveryReport({ to: makeVerp("invites@example.org", newId(), appSecret)! }))).toBe("done");
  });

  test("a delivery that bounced is not sent again by a worker that still has its job", async () => {
    const { bounce, deliveryId, setDelivery } = await invited(db());
    await setDelivery("ACCEPTED");
    await bounce();
    expect(await loadDeliveries(db(), [deliveryId])).toEqual([]);
  });
});
