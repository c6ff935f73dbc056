import { expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/cancel";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { undeliveredPeople } from "@/lib/meetings/read/undelivered";
import { resendInvitation, resendUndelivered } from "@/lib/meetings/resend";
import { change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { currentAnswer, giveAnswer } from "@/tests/support/give-answer";
import { inputFor, install, mailHost, schedule, work } from "@/tests/support/installation";
import { readMail } from "@/tests/support/mail";
import { startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const email = (i: number) => `participant-${i}@example.org`;
onEachDatabase((db) => {
  /** A meeting whose invitations a mail server took; from then on it refuses whom the test names. */
  async function invited(participants: number) {
    const refused = new Set<string>();
    const smtp = await startSmtp({
      respond: (to) => (refused.has(to) ? { kind: "refuse", code: 550, message: "5.1.1 No" } : { kind: "accept" }),
    });
    const place = await install(db());
    const viewer = place.organiser;
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, participants, new Date()));
    const stopWork = await work(db(), smtp.url);
    const settled = () =>
      waitFor("every mail to be decided", async () => {
        const waiting = { participant: { meetingId }, status: "QUEUED" } as const;
        return (await db().prisma.delivery.count({ where: waiting })) === 0;
      });
    await settled();
    const person = (i: number) => db().prisma.participant.findFirstOrThrow({ where: { meetingId, email: email(i) } });
    const mails = async (i: number) =>
      Promise.all(smtp.received.filter(({ to }) => to[0] === email(i)).map(({ raw }) => readMail(raw)));
    /** Whoever was just written to has to wait. */
    const someTimeLater = () => db().prisma.$executeRaw`
      UPDATE "Delivery" SET "settledAt" = "settledAt" - interval '61 seconds'
      WHERE "participantId" IN (SELECT "id" FROM "Participant" WHERE "meetingId" = ${meetingId}::uuid)`;
    return {
      ...{ someTimeLater },
      ...{ place, meetingId, refused, settled, person, mails },
      again: async (i: number) => {
        await someTimeLater();
        const { id: participantId } = await person(i);
        const result = await resendInvitation(db(), {
          participantId,
          viewer: place.organiser,
          mailHost,
          now: new Date(),
        });
        await settled();
        return result;
      },
      againAll: async () => {
        const refusal = await resendUndelivered(db(), { meetingId, viewer, mailHost, now: new Date() });
        await settled();
        return refusal;
      },
      stop: async () => {
        await stopWork();
        await smtp.stop();
      },
    };
  }

  test("nobody gets the same mail twice within a minute, but news leaves at once", async () => {
    const meeting = await invited(2);
    const { place, meetingId, person, mails, settled } = meeting;
    const again = async () => {
      const who = { participantId: (await person(0)).id, viewer: place.organiser };
      const result = await resendInvitation(db(), { ...who, mailHost, now: new Date() });
      await settled();
      return result;
    };
    expect(await again()).toEqual({ ok: false, reason: "just-sent" });
    await meeting.someTimeLater();
    expect(await again()).toEqual({ ok: true, as: "new-invitation" });
    expect(await again()).toEqual({ ok: false, reason: "just-sent" });
    await change(db(), place, meetingId, "nobody", moved(30));
    expect(await again()).toEqual({ ok: true, as: "new-invitation" });
    await meeting.stop();
    expect(await mails(0)).toHaveLength(3);
    expect(await mails(1)).toHaveLength(1);
  });

  test("sending again after a silent move raises SEQUENCE and asks again", async () => {
    const meeting = await invited(1);
    const { place, meetingId, person, mails } = meeting;
    await giveAnswer(db(), (await person(0)).id);
    await change(db(), place, meetingId, "nobody", moved(30));
    expect(await meeting.again(0)).toEqual({ ok: true, as: "new-invitation" });
    await meeting.stop();
    const [first, again] = await mails(0);
    expect([first!.event.sequence, again!.event.sequence]).toEqual([0, 1]);
    expect(+again!.event.startDate.toJSDate() - +first!.event.startDate.toJSDate()).toBe(30 * 60_000);
    expect(again!.component.getFirstProperty("attendee")!.getParameter("partstat")).toBe("NEEDS-ACTION");
    expect(again!.parsed.subject).toMatch(/^Changed: /);
    expect(again!.parsed.text).toContain("The time moved from");
    expect((await currentAnswer(db(), (await person(0)).id)).answer).toBe("NONE");
  });

  test("after an update that failed, sending all again says what changed", async () => {
    const meeting = await invited(2);
    const { place, meetingId, refused, mails } = meeting;
    for (const i of [0, 1]) refused.add(email(i));
    await change(db(), place, meetingId, "everybody", (input) => ({ ...moved(30)(input), title: "Moved" }));
    await meeting.settled();
    refused.clear();
    expect(await meeting.againAll()).toBeNull();
    await meeting.stop();
    for (const i of [0, 1]) {
      const [first, again, ...more] = await mails(i);
      expect(more).toEqual([]);
      expect(again!.event.sequence).toBe(1);
      expect(again!.parsed.subject).toMatch(/^Changed: Moved/);
      expect(again!.parsed.text).toContain("The title was “Board meeting” before.");
      expect(again!.parsed.text).toContain("The time moved from");
      expect(again!.event.uid).toBe(first!.event.uid);
    }
  });

  test("sending all again hurries what waits and rewrites only what failed", async () => {
    let mended = false;
    const smtp = await startSmtp({
      respond: (to, attempt) => {
        if (to === email(0) && attempt === 1) return { kind: "drop-after-data" };
        if (to === email(1) && !mended) return { kind: "refuse", code: 451, message: "4.7.1 Come back later" };
        if (to === email(2) && !mended) return { kind: "refuse", code: 550, message: "5.1.1 No" };
        return { kind: "accept" };
      },
    });
    const place = await install(db());
    const viewer = place.organiser;
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 3, new Date()));
    const press = (who = viewer) => resendUndelivered(db(), { meetingId, viewer: who, mailHost, now: new Date() });
    const state = async () => (await undeliveredPeople(db(), meetingId)).map(({ name, state }) => `${name} ${state}`);
    const delayMs = () => 3600_000;
    const stopFirst = await work(db(), smtp.url, { delayMs });
    const three = ["Participant 0 deferred", "Participant 1 deferred", "Participant 2 failed"];
    await waitFor("three to be named", async () => (await state()).length === 3);
    expect(await state()).toEqual(three);
    await stopFirst();

    const stranger = await install(db());
    expect(await press(stranger.organiser)).toBe("not-found");
    mended = true;
    expect(await Promise.all([press(), press(), press()])).toEqual([null, null, null]);
    // Until something has become of it, only what is written anew is on its way without having been tried.
    expect(await state()).toEqual(three.slice(0, 2));
    expect((await undeliveredPeople(db(), meetingId)).map(({ nextAttemptAt }) => nextAttemptAt)).toEqual([null, null]);
    const jobs = await db().prisma.$queryRaw<{ due: boolean }[]>`
      SELECT "start_after" <= now() AS "due" FROM pgboss.job WHERE "name" = 'delivery' AND "state" < 'active'
        AND ("data"->>'deliveryId')::uuid IN (SELECT d."id" FROM "Delivery" d
          JOIN "Participant" p ON p."id" = d."participantId" WHERE p."meetingId" = ${meetingId}::uuid)`;
    expect(jobs).toEqual(Array(3).fill({ due: true }));
    const stopWork = await work(db(), smtp.url, { delayMs });
    await waitFor("everybody to be invited", async () => {
      const waiting = { participant: { meetingId }, status: "QUEUED" } as const;
      return (await db().prisma.delivery.count({ where: waiting })) === 0;
    });
    await stopWork();
    await smtp.stop();
    expect(await state()).toEqual([]);
    const written = await db().prisma.delivery.groupBy({
      by: ["participantId"],
      where: { participant: { meetingId, isOrganiser: false } },
      _count: true,
    });
    expect(written.map(({ _count }) => _count).sort()).toEqual([1, 1, 2]);
    const raw = (i: number) => smtp.received.filter(({ to }) => to[0] === email(i)).map((mail) => mail.raw);
    expect([raw(0).length, raw(1).length, raw(2).length]).toEqual([2, 1, 1]);
    expect(raw(0)[1]).toBe(raw(0)[0]);
  });

  test("a mail of which nothing changed says so, and brings the link that its reader has", async () => {
    const meeting = await invited(1);
    expect(await meeting.again(0)).toEqual({ ok: true, as: "new-invitation" });
    await meeting.stop();
    const [first, again] = await meeting.mails(0);
    expect(again!.parsed.subject).toMatch(/^Sent again: Board meeting/);
    expect(again!.parsed.text).toContain("Ann Lee sends you this invitation once more. Nothing has changed.");
    expect(again!.parsed.text).not.toContain("What changed");
    expect([first!.event.sequence, again!.event.sequence]).toEqual([0, 0]);
    const stamp = ({ component }: typeof again & object) => String(component.getFirstPropertyValue("dtstamp"));
    expect(stamp(again!) > stamp(first!)).toBe(true);
    expect(again!.link).toBe(first!.link);
  });

  test("a removed person gets a cancellation even if others cannot be invited", async () => {
    const meeting = await invited(3);
    const { place, meetingId, refused, person, mails } = meeting;
    for (const i of [0, 1]) refused.add(email(i));
    const gone = await person(0);
    const parts = ({ participants }: MeetingInput) => ({ title: "Renamed", participants: participants.slice(1) });
    await change(db(), place, meetingId, "everybody", parts);
    await meeting.settled();
    refused.clear();
    const removedAt = (await person(0)).removedAt;
    const credential = (state: "ACTIVE" | "RETIRED") =>
      db().prisma.credential.updateMany({ where: { domainId: place.domain.id }, data: { state } });
    await credential("RETIRED");
    expect(await meeting.againAll()).toBe("domain-not-usable");
    expect((await mails(0)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
    expect(await mails(1)).toHaveLength(1);
    expect(await person(0)).toMatchObject({ removedAt, sequence: gone.sequence + 1 });

    await credential("ACTIVE");
    expect(await meeting.againAll()).toBeNull();
    await meeting.stop();
    expect((await mails(0)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
    expect((await mails(1)).map(({ event }) => event.summary)).toEqual(["Board meeting", "Renamed"]);
    const order = await db().prisma.participant.findMany({ where: { meetingId }, orderBy: { position: "asc" } });
    expect(order.filter((row) => row.removedAt === null).map((row) => row.email)).toEqual([
      place.organiser.email,
      email(1),
      email(2),
    ]);
  });

  test("a failed cancellation is sent again unchanged, to that person alone", async () => {
    const meeting = await invited(2);
    const { place, meetingId, refused, mails } = meeting;
    refused.add(email(1));
    await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date() });
    await meeting.settled();
    refused.clear();
    expect(await meeting.again(0)).toEqual({ ok: false, reason: "cancelled" });
    expect(await meeting.againAll()).toBeNull();
    await meeting.stop();
    for (const i of [0, 1]) {
      const [, cancelled, ...more] = await mails(i);
      expect(more).toEqual([]);
      expect(cancelled).toMatchObject({ method: "CANCEL", event: { sequence: 1 } });
    }
  });

  test("a reminder that waits survives that its person's invitation is sent again", async () => {
    const meeting = await invited(1);
    const { meetingId, person, place } = meeting;
    await meeting.stop();
    const { id: participantId, sequence, revisedAt } = await person(0);
    const { id: occurrenceId, startsAt } = await db().prisma.occurrence.findFirstOrThrow({ where: { meetingId } });
    const { id: reminderId } = await db().prisma.reminder.create({
      data: {
        id: crypto.randomUUID(),
        occurrenceId,
        minutesBefore: 15,
        status: "SENT",
        dueAt: new Date(+startsAt - 15 * 60_000),
      },
    });
    const { revisionId, linkId } = await db().prisma.delivery.findFirstOrThrow({ where: { participantId } });
    const mail = { participantId, revisionId, linkId, reminderId, sequence, revisedAt };
    await db().prisma.delivery.create({
      data: {
        ...mail,
        id: crypto.randomUUID(),
        kind: "REMINDER",
        name: "",
        locale: "en",
        messageId: crypto.randomUUID(),
      },
    });
    const aMinuteAgo = { settledAt: new Date(Date.now() - 61_000) };
    await db().prisma.delivery.updateMany({ where: { participantId, status: "ACCEPTED" }, data: aMinuteAgo });
    await resendInvitation(db(), { participantId, viewer: place.organiser, mailHost, now: new Date() });
    const waiting = await db().prisma.delivery.findMany({ where: { participantId, status: "QUEUED" } });
    expect(waiting.map(({ kind }) => kind).sort()).toEqual(["REMINDER", "UPDATE"]);
  });
});
