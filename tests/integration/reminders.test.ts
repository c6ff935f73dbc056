import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { acceptedByServer } from "@/lib/mail/delivery/outcome";
import { recordAttempts } from "@/lib/mail/delivery/record-attempts";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { changeMeeting } from "@/lib/meetings/change";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { type ReminderJobData, reminderQueue } from "@/lib/queue";
import { sendReminders } from "@/lib/reminders/send";
import { acceptMails } from "@/tests/support/change";
import { lockIsWaitedFor, onEachDatabase } from "@/tests/support/database";
import { giveAnswer } from "@/tests/support/give-answer";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";
import { person } from "@/tests/support/person";
import { waitFor } from "@/tests/support/wait-for";

const minute = 60_000;
const hour = 60 * minute;

onEachDatabase((db, kind) => {
  /** A meeting in two days whose invitations have all been accepted. */
  async function meetingWith(people: number, reminders: number[]) {
    const place = await install(db());
    const input = { ...inputFor(place.domain.id, people, new Date()), reminders };
    const meetingId = await schedule(db(), place, input);
    await acceptMails(db(), meetingId);
    const before = (minutes: number) => new Date(input.startsAt.getTime() - minutes * minute);
    return { place, input, meetingId, before };
  }

  /** The jobs that a worker finds at a time, also those that have become leftovers. */
  const jobsAt = async (now: Date) =>
    (
      await db().prisma.$queryRaw<{ data: ReminderJobData }[]>`
        SELECT "data" FROM pgboss.job WHERE "name" = ${reminderQueue} AND "start_after" <= ${now}::timestamptz`
    ).map(({ data }) => data);

  const remindAt = async (now: Date) => sendReminders(db(), await jobsAt(now), { mailHost, now });

  const mails = (meetingId: string) =>
    db().prisma.delivery.findMany({
      where: { participant: { meetingId }, kind: "REMINDER" },
      include: { participant: true, revision: true },
      orderBy: [{ participant: { position: "asc" } }, { id: "asc" }],
    });
  const live = async (meetingId: string) => (await mails(meetingId)).filter(({ status }) => status !== "SUPERSEDED");
  const statuses = async (meetingId: string) =>
    (await db().prisma.reminder.findMany({ where: { occurrence: { meetingId } }, orderBy: { dueAt: "asc" } })).map(
      ({ status }) => status,
    );

  async function change(
    { place, input, meetingId }: Awaited<ReturnType<typeof meetingWith>>,
    changes: Partial<MeetingInput>,
    { now = new Date(), tell = "everybody" as "everybody" | "nobody" } = {},
  ) {
    const { version } = await db().prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    const request = { meetingId, viewer: place.organiser, version, input: { ...input, ...changes } };
    const result = await changeMeeting(db(), {
      ...{ ...request, changeRoom: false, tell, fingerprint: null, mailHost, now },
    });
    expect(result).toMatchObject({ ok: true });
  }

  test("a due reminder reaches everybody once, with any number of workers", async () => {
    const { meetingId, before } = await meetingWith(5, [60, 15]);
    await Promise.all([1, 2, 3, 4].map(() => remindAt(before(60))));
    await remindAt(before(60));
    const written = await mails(meetingId);
    expect(written.map(({ participant }) => participant.position)).toEqual([0, 1, 2, 3, 4, 5]);
    const invitations = await db().prisma.delivery.findMany({
      where: { participant: { meetingId }, kind: "INVITATION" },
      orderBy: { participant: { position: "asc" } },
    });
    expect(written.map(({ linkId }) => linkId)).toEqual(invitations.map(({ linkId }) => linkId));
    expect(written.map(({ references }) => references)).toEqual(invitations.map(({ messageId }) => messageId));
    expect(await statuses(meetingId)).toEqual(["SENT", "WAITING"]);
    await remindAt(before(15));
    expect(await mails(meetingId)).toHaveLength(12);
  });

  test("who declined, was removed or has no accepted invitation is not reminded", async () => {
    const meeting = await meetingWith(5, [60]);
    const { meetingId, input, before } = meeting;
    await change(meeting, { participants: input.participants.slice(1) });
    await acceptMails(db(), meetingId);
    const who = (number: number) => ({ meetingId, email: `participant-${number}@example.org` });
    await giveAnswer(db(), (await db().prisma.participant.findFirstOrThrow({ where: who(1) })).id, {
      answer: "DECLINED",
    });
    for (const [number, status] of [[2, "FAILED"] as const, [3, "BOUNCED"] as const])
      await db().prisma.delivery.updateMany({ where: { participant: who(number) }, data: { status } });
    await remindAt(before(60));
    const reminded = (await mails(meetingId)).map(({ participant }) => participant);
    expect(reminded.map(({ isOrganiser, email }) => (isOrganiser ? "organiser" : email))).toEqual([
      "organiser",
      "participant-4@example.org",
    ]);
  });

  test("a reminder falls back to an older working link, and counts people without one", async () => {
    const meeting = await meetingWith(4, [60]);
    const { meetingId, before } = meeting;
    const who = (number: number) => ({ meetingId, email: `participant-${number}@example.org` });
    const settle = (number: number, kind: "INVITATION" | "UPDATE", status: "FAILED" | "QUEUED") =>
      db().prisma.delivery.updateMany({ where: { participant: who(number), kind }, data: { status } });
    await change(meeting, { title: "Another title" });
    await acceptMails(db(), meetingId);
    await settle(1, "UPDATE", "FAILED");
    await settle(2, "UPDATE", "QUEUED");
    // Nothing has ever reached this one.
    await settle(3, "INVITATION", "FAILED");
    await settle(3, "UPDATE", "FAILED");
    await remindAt(before(60));
    const reminded = await mails(meetingId);
    expect(reminded.map(({ participant }) => participant.position)).toEqual([0, 1, 2, 3]);
    expect(reminded.every(({ revision, linkId }) => revision.title === "Another title" && linkId)).toBe(true);
    const reminder = { reminded: 4, leftOut: 1, status: "SENT" };
    expect(await db().prisma.reminder.findMany({ where: { occurrence: { meetingId } } })).toMatchObject([reminder]);
  });

  test.each(["room", "window", "credential", "address"])(
    "an older link is no reminder once its %s is not the meeting's any more",
    async (part) => {
      const meeting = await meetingWith(1, [60]);
      const { meetingId, input, before } = meeting;
      await change(meeting, { title: "Another title" });
      await db().prisma.delivery.updateMany({
        where: { participant: { meetingId }, kind: "UPDATE" },
        data: { status: "FAILED" },
      });
      if (part === "room") await db().prisma.meeting.update({ where: { id: meetingId }, data: { roomName: newId() } });
      if (part === "window")
        await db().prisma.roomToken.updateMany({
          where: { participant: { meetingId } },
          data: { expiresAt: input.startsAt },
        });
      if (part === "credential")
        await db().prisma.credential.updateMany({
          where: { roomTokens: { some: { participant: { meetingId } } } },
          data: { state: "RETIRED" },
        });
      if (part === "address")
        await db().prisma.roomToken.updateMany({
          where: { participant: { meetingId } },
          data: { baseUrl: "https://elsewhere.example.org" },
        });
      await remindAt(before(60));
      expect(await mails(meetingId)).toEqual([]);
      expect(await db().prisma.reminder.findMany({ where: { occurrence: { meetingId } } })).toMatchObject([
        { reminded: 0, leftOut: 2 },
      ]);
    },
  );

  test("a cancelled meeting reminds nobody, also when both happen at once", async () => {
    for (const order of ["cancel first", "remind first", "at once"]) {
      const { meetingId, place, before } = await meetingWith(3, [60]);
      const cancel = () => cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: before(60) });
      if (order === "cancel first") await cancel();
      if (order === "remind first") await remindAt(before(60));
      await Promise.all([remindAt(before(60)), cancel(), remindAt(before(60))]);
      expect(await live(meetingId), order).toEqual([]);
      expect(await statuses(meetingId)).not.toContain("WAITING");
    }
  });

  test("reminders that come due wait for the change that is being saved, and see it", async () => {
    const { meetingId, before } = await meetingWith(1, [60]);
    const jobs = await jobsAt(before(60));
    let done = false;
    let sending: Promise<unknown> | undefined;
    await db().prisma.$transaction(async (tx) => {
      await tx.meeting.update({ where: { id: meetingId }, data: { status: "CANCELLED" } });
      await tx.occurrence.updateMany({ where: { meetingId }, data: { status: "CANCELLED" } });
      sending = sendReminders(db(), jobs, { mailHost, now: before(60) }).finally(() => {
        done = true;
      });
      // PGlite has one connection: there everything waits.
      if (kind === "postgres")
        await waitFor("a lock to be waited for", async () => done || (await lockIsWaitedFor(tx)));
    });
    await sending;
    expect(await mails(meetingId)).toEqual([]);
    expect(await statuses(meetingId)).toEqual(["WAITING"]);
  });

  test("a moved meeting reminds at its new time and not at its old one", async () => {
    const meeting = await meetingWith(2, [60]);
    const { meetingId, input, before } = meeting;
    const later = {
      startsAt: new Date(input.startsAt.getTime() + 3 * hour),
      endsAt: new Date(input.endsAt.getTime() + 3 * hour),
    };
    await change(meeting, later);
    await acceptMails(db(), meetingId);
    await remindAt(before(60));
    expect(await mails(meetingId)).toEqual([]);
    await remindAt(before(-120));
    expect(await mails(meetingId)).toHaveLength(3);
  });

  test("a meeting that moves after its reminder went out has another one", async () => {
    const meeting = await meetingWith(1, [60]);
    const { meetingId, input, before } = meeting;
    await remindAt(before(60));
    await acceptMails(db(), meetingId);
    const later = {
      startsAt: new Date(input.startsAt.getTime() + 24 * hour),
      endsAt: new Date(input.endsAt.getTime() + 24 * hour),
    };
    await change(meeting, later, { now: before(50) });
    await acceptMails(db(), meetingId);
    expect(await statuses(meetingId)).toEqual(["SENT", "WAITING"]);
    await remindAt(before(60 - 24 * 60));
    expect(await live(meetingId)).toHaveLength(4);
  });

  test("a reminder names the time somebody was told only where it is outdated", async () => {
    const meeting = await meetingWith(2, [60]);
    const { meetingId, input, before } = meeting;
    const later = { startsAt: new Date(+input.startsAt + 30 * minute), endsAt: new Date(+input.endsAt + 30 * minute) };
    await change(meeting, later, { tell: "nobody" });
    // Told, and the mail of one did not arrive.
    const added = person({ email: "new@example.org" });
    const participants = [...input.participants, added];
    await change(meeting, { ...later, participants, title: "Another title" }, { tell: "nobody" });
    await acceptMails(db(), meetingId);
    await remindAt(before(30));
    const told = { revision: later, changes: ["time"] };
    const nothing = { previousRevisionId: null, changes: [] };
    const written = await mails(meetingId);
    expect(written).toMatchObject([told, told, told, { ...nothing, participant: added }]);
    for (const { previousRevisionId } of written.slice(0, 3)) {
      const { startsAt, endsAt } = input;
      const where = { id: previousRevisionId! };
      expect(await db().prisma.meetingRevision.findUnique({ where })).toMatchObject({ startsAt, endsAt });
    }

    // Written anew after another change, it still does.
    await change(meeting, { ...later, participants, reminders: [60] }, { tell: "nobody", now: before(29) });
    expect(await live(meetingId)).toMatchObject([told, told, told, nothing]);
  });

  test("a reminder does not mention a move that was told or taken back", async () => {
    const move = async (
      meeting: Awaited<ReturnType<typeof meetingWith>>,
      minutes: number,
      tell: "everybody" | "nobody",
    ) => {
      const at = (time: Date) => new Date(+time + minutes * minute);
      const { startsAt, endsAt } = meeting.input;
      await change(meeting, { startsAt: at(startsAt), endsAt: at(endsAt), reminders: [60] }, { tell });
      await acceptMails(db(), meeting.meetingId);
    };
    const nothing = { previousRevisionId: null, changes: [] };
    const told = await meetingWith(1, [60]);
    await move(told, 30, "everybody");
    await remindAt(told.before(30));
    expect(await mails(told.meetingId)).toMatchObject([nothing, nothing]);
    const back = await meetingWith(1, [60]);
    await move(back, 30, "nobody");
    await move(back, 0, "nobody");
    await remindAt(back.before(60));
    expect(await mails(back.meetingId)).toMatchObject([nothing, nothing]);
  });

  test("a late reminder is sent during the meeting and dropped after it", async () => {
    const late = await meetingWith(1, [60]);
    await remindAt(new Date(late.input.endsAt.getTime() - 1));
    expect(await statuses(late.meetingId)).toEqual(["SENT"]);
    expect(await mails(late.meetingId)).toHaveLength(2);

    const over = await meetingWith(1, [60]);
    await remindAt(over.input.endsAt);
    expect(await statuses(over.meetingId)).toEqual(["DROPPED"]);
    expect(await mails(over.meetingId)).toEqual([]);
  });

  test.each([["everybody"], ["nobody"]] as const)(
    "a change of the title while reminders wait, told to %s: the reminder arrives, and says the new one",
    async (tell) => {
      const meeting = await meetingWith(3, [60]);
      const { meetingId, before } = meeting;
      await remindAt(before(60));
      await change(meeting, { title: "Another title", reminders: [60] }, { now: before(59), tell });
      const written = await mails(meetingId);
      expect(written.filter(({ status }) => status === "SUPERSEDED")).toHaveLength(4);
      const left = written.filter(({ status }) => status === "QUEUED");
      expect(left.map(({ participant }) => participant.position)).toEqual([0, 1, 2, 3]);
      expect(new Set(left.map(({ revision }) => revision.title))).toEqual(new Set(["Another title"]));
    },
  );

  test.each([["everybody"], ["nobody"]] as const)(
    "a move while reminders wait, told to %s: none of the old time leaves",
    async (tell) => {
      const meeting = await meetingWith(3, [60]);
      const { meetingId, input, before } = meeting;
      await remindAt(before(60));
      await change(meeting, { startsAt: new Date(input.startsAt.getTime() + 5 * minute) }, { now: before(59), tell });
      expect(await live(meetingId)).toEqual([]);
    },
  );

  test("somebody else added while reminders wait takes none away", async () => {
    const meeting = await meetingWith(2, [60]);
    const { meetingId, input, before } = meeting;
    await remindAt(before(60));
    const added = person({ email: "new@example.org" });
    await change(meeting, { participants: [...input.participants, added] }, { now: before(59) });
    const written = await mails(meetingId);
    expect(written.map(({ status }) => status)).toEqual(["QUEUED", "QUEUED", "QUEUED"]);
  });

  test("a reminder no longer wanted is not sent, also when its mails wait already", async () => {
    const meeting = await meetingWith(1, [60, 15]);
    const { meetingId, before } = meeting;
    await remindAt(before(60));
    await change(meeting, { reminders: [] }, { now: before(59) });
    await remindAt(before(15));
    expect(await live(meetingId)).toEqual([]);
  });

  /** The title is changed while the reminder is at the mail server. */
  async function renamedOnTheWire(tell: "everybody" | "nobody") {
    const meeting = await meetingWith(0, [60]);
    const { meetingId, before } = meeting;
    await remindAt(before(60));
    const [onTheWire] = await mails(meetingId);
    await change(meeting, { title: "Another title" }, { now: before(59), tell });
    await acceptMails(db(), meetingId);
    const attempt = { jobId: newId(), deliveryId: onTheWire!.id, attempts: 1, firstAttemptAt: null };
    const outcome = acceptedByServer("250 Ok");
    await recordAttempts(db(), [{ ...attempt, usefulUntil: meeting.input.endsAt, outcome }], before(58), () => minute);
    return { meetingId, onTheWire };
  }

  test("a reminder on the wire during a silent change is followed by no invitation", async () => {
    const { meetingId } = await renamedOnTheWire("nobody");
    const waiting = { participant: { meetingId }, status: "QUEUED", kind: { not: "REMINDER" } } as const;
    expect(await db().prisma.delivery.findMany({ where: waiting })).toEqual([]);
  });

  test("a reminder on the wire during a change is recorded once, then the update", async () => {
    const { meetingId, onTheWire } = await renamedOnTheWire("everybody");
    expect(await live(meetingId)).toMatchObject([{ revision: { title: "Another title" } }]);
    const attempts = await db().prisma.deliveryAttempt.findMany({ where: { deliveryId: onTheWire!.id } });
    expect(attempts).toMatchObject([{ result: "ACCEPTED" }]);
    const correction = await db().prisma.delivery.findFirst({
      where: { participant: { meetingId }, status: "QUEUED" },
      include: { revision: true },
    });
    expect(correction).toMatchObject({ kind: "UPDATE", revision: { title: "Another title" } });
  });
});
