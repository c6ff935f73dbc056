import { expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/cancel";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { findMeeting } from "@/lib/meetings/read/find";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { startMeeting } from "@/lib/meetings/start";
import { deliveryQueue } from "@/lib/queue";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, keys, mailHost, schedule, work } from "@/tests/support/installation";
import { readMail } from "@/tests/support/mail";
import { person } from "@/tests/support/person";
import { startSmtp } from "@/tests/support/smtp";

onEachDatabase((db) => {
  const jobs = async () =>
    (
      await db().prisma.$queryRaw<
        { n: number }[]
      >`SELECT count(*)::int AS n FROM pgboss.job WHERE name = ${deliveryQueue}`
    )[0]!.n;

  test("one submission sent many times at once is one meeting with one invitation each", async () => {
    const place = await install(db());
    const before = await jobs();
    const submission = {
      input: inputFor(place.domain.id, 5, new Date()),
      organiser: place.organiser,
      submissionKey: crypto.randomUUID(),
      mailHost,
      now: new Date(),
    };
    const results = await Promise.all(Array.from({ length: 8 }, () => scheduleMeeting(db(), submission)));
    expect(new Set(results.map((result) => result.ok && result.meetingId)).size).toBe(1);
    expect(await db().prisma.meeting.count({ where: { organiserId: place.organiser.id } })).toBe(1);
    expect(
      await db().prisma.delivery.count({ where: { participant: { meeting: { organiserId: place.organiser.id } } } }),
    ).toBe(6);
    expect((await jobs()) - before).toBe(6);
  });

  test.each<{ what: string; other: (input: MeetingInput) => Partial<MeetingInput> }>([
    { what: "title", other: () => ({ title: "Another meeting" }) },
    { what: "time zone", other: () => ({ timeZone: "Asia/Kathmandu" }) },
    { what: "language", other: () => ({ locale: "de" }) },
    { what: "reminders", other: () => ({ reminders: [60] }) },
    {
      what: "role of somebody",
      other: ({ participants }) => ({ participants: participants.map((person) => ({ ...person, role: "MODERATOR" })) }),
    },
    {
      what: "name of somebody",
      other: ({ participants }) => ({ participants: participants.map((person) => ({ ...person, name: "Other" })) }),
    },
  ])("the same form with another $what is not taken for the same submission", async ({ other }) => {
    const place = await install(db());
    const input = { ...inputFor(place.domain.id, 2, new Date()), reminders: [15, 1440] };
    const submission = {
      input,
      organiser: place.organiser,
      submissionKey: crypto.randomUUID(),
      mailHost,
      now: new Date(),
    };
    const first = await scheduleMeeting(db(), submission);
    expect(await scheduleMeeting(db(), submission)).toEqual(first);
    const changed = await scheduleMeeting(db(), { ...submission, input: { ...input, ...other(input) } });
    expect(changed).toEqual({ ok: false, reason: "submitted-before", meetingId: first.ok && first.meetingId });
  });

  test("any title finds itself, whatever script and signs it is written in", async () => {
    const place = await install(db());
    const titles = [
      "Budget Q3/2026",
      "e-mail v1.2",
      "C++/Rust 100%_\\",
      "बोर्ड बैठक",
      "การประชุมคณะกรรมการ",
      "www.example.org sync",
    ];
    for (const title of titles) await schedule(db(), place, { ...inputFor(place.domain.id, 0, new Date()), title });
    for (const q of titles) {
      const found = await listMeetings(db(), {
        viewer: place.organiser,
        query: listQuery.parse({ q }),
        now: new Date(),
      });
      expect(found.meetings.map(({ title }) => title)).toEqual([q]);
    }
  });

  test("somebody invited who has an account gets their own time zone", async () => {
    const [place, guest] = [await install(db()), await install(db())];
    const input = inputFor(place.domain.id, 0, new Date());
    input.participants.push(person({ name: "Guest", email: guest.organiser.email }));
    const meetingId = await schedule(db(), place, input);
    const participant = { meetingId, isOrganiser: false };
    const mail = await db().prisma.delivery.findFirstOrThrow({ where: { participant } });
    expect(mail.timeZone).toBe(guest.organiser.timeZone);
  });

  test("a later change of the domain's times leaves a saved meeting's links alone", async () => {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    await db().prisma.domain.update({
      where: { id: place.domain.id },
      data: { opensBeforeMinutes: 60, closesAfterMinutes: 5 },
    });
    const meeting = await findMeeting(db(), { meetingId, viewer: place.organiser });
    expect(meeting).toMatchObject({ opensBeforeMinutes: 15, closesAfterMinutes: 240 });
  });

  test("a save that fails in the middle leaves nothing behind, no row and no job", async () => {
    const place = await install(db());
    const before = await jobs();
    const input = inputFor(place.domain.id, 3, new Date());
    input.participants[2] = { ...input.participants[1]! };
    await expect(schedule(db(), place, input)).rejects.toThrow();
    expect(await db().prisma.meeting.count({ where: { organiserId: place.organiser.id } })).toBe(0);
    expect(await jobs()).toBe(before);
  });

  test("an archived domain, or one without a credential, takes no meeting", async () => {
    const place = await install(db());
    const submission = () => ({
      input: inputFor(place.domain.id, 1, new Date()),
      organiser: place.organiser,
      submissionKey: crypto.randomUUID(),
      mailHost,
      now: new Date(),
    });
    await db().prisma.credential.updateMany({ where: { domainId: place.domain.id }, data: { state: "RETIRED" } });
    expect(await scheduleMeeting(db(), submission())).toEqual({ ok: false, reason: "domain-not-usable" });
    await db().prisma.credential.updateMany({ where: { domainId: place.domain.id }, data: { state: "ACTIVE" } });
    await db().prisma.domain.update({ where: { id: place.domain.id }, data: { archivedAt: new Date() } });
    expect(await scheduleMeeting(db(), submission())).toEqual({ ok: false, reason: "domain-not-usable" });
  });

  test("the organiser is invited once, as moderator, even if listed as participant", async () => {
    const place = await install(db());
    const input = inputFor(place.domain.id, 1, new Date());
    input.participants.push(person({ name: "Somebody", email: place.organiser.email }));
    const meetingId = await schedule(db(), place, input);
    const people = await db().prisma.participant.findMany({ where: { meetingId }, orderBy: { position: "asc" } });
    expect(people.map(({ email, role, isOrganiser }) => ({ email, role, isOrganiser }))).toEqual([
      { email: place.organiser.email, role: "MODERATOR", isOrganiser: true },
      { email: "participant-0@example.org", role: "ATTENDEE", isOrganiser: false },
    ]);
  });

  test("two cancellations before any mail left mail one each and no invitation", async () => {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 3, new Date()));
    const cancel = () => cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date() });
    const results = await Promise.all([cancel(), cancel()]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, reason: "not-upcoming" });

    const smtp = await startSmtp();
    const stopWork = await work(db(), smtp.url);
    await smtp.accepted(4);
    await stopWork();
    await smtp.stop();
    const own = await db().prisma.participant.findMany({ where: { meetingId }, include: { deliveries: true } });
    const mails = await Promise.all(smtp.received.map(({ raw }) => readMail(raw)));
    for (const person of own) {
      const theirs = mails.filter((mail) => mail.event.uid === person.calendarUid);
      expect(theirs).toHaveLength(1);
      expect(theirs[0]).toMatchObject({ method: "CANCEL", link: null, to: person.email });
      expect(theirs[0]!.event.sequence).toBe(1);
      expect(theirs[0]!.component.getFirstPropertyValue("status")).toBe("CANCELLED");
      expect(person.deliveries.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
        "CANCELLATION ACCEPTED",
        "INVITATION SUPERSEDED",
      ]);
    }
  });

  test("a stranger's meeting can be neither seen, started nor cancelled", async () => {
    const [place, stranger] = [await install(db()), await install(db())];
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    const asStranger = { meetingId, viewer: stranger.organiser };
    expect(await findMeeting(db(), asStranger)).toBeNull();
    expect(await startMeeting(db(), keys(), { ...asStranger, now: new Date() })).toEqual({
      ok: false,
      reason: "not-found",
    });
    expect(await cancelMeeting(db(), { ...asStranger, mailHost, now: new Date() })).toMatchObject({ ok: false });
    const list = await listMeetings(db(), {
      viewer: stranger.organiser,
      query: listQuery.parse({}),
      now: new Date(),
    });
    expect(list.meetings).toEqual([]);
  });

  test("list pages show each meeting once both ways, and search finds title words", async () => {
    const place = await install(db());
    const now = new Date();
    const starts = Array.from({ length: 60 }, (_, i) => new Date(now.getTime() + (1 + Math.floor(i / 2)) * 3600_000));
    const ids = starts.map(() => crypto.randomUUID());
    await db().prisma.meeting.createMany({
      data: ids.map((id, i) => ({
        id,
        organiserId: place.organiser.id,
        domainId: place.domain.id,
        roomName: `list-${crypto.randomUUID()}`,
        title: i === 7 ? "Aufsichtsrat: Zürich" : `Weekly ${i}`,
        timeZone: "UTC",
        opensBeforeMinutes: 15,
        closesAfterMinutes: 240,
        submissionKey: crypto.randomUUID(),
      })),
    });
    await db().prisma.occurrence.createMany({
      data: starts.map((startsAt, i) => ({
        id: crypto.randomUUID(),
        meetingId: ids[i]!,
        organiserId: place.organiser.id,
        originalStart: `${startsAt.toISOString().slice(0, 16)}[UTC]`,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 1800_000),
      })),
    });
    const page = (query: Record<string, string>) =>
      listMeetings(db(), { viewer: place.organiser, query: listQuery.parse(query), now });
    const seen: string[] = [];
    let current = await page({});
    expect(current.newer).toBeNull();
    for (;;) {
      seen.push(...current.meetings.map(({ id }) => id));
      if (!current.older) break;
      current = await page({ after: current.older });
    }
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
    const back = await page({ before: current.newer! });
    expect(back.meetings.map(({ id }) => id)).toEqual(seen.slice(25, 50));
    expect((await page({ before: back.newer! })).newer).toBeNull();
    expect((await page({ q: "zür aufs" })).meetings.map(({ title }) => title)).toEqual(["Aufsichtsrat: Zürich"]);
    expect((await page({ q: "ürich AUF" })).meetings).toHaveLength(1);
    expect((await page({ q: "'); DROP TABLE & !" })).meetings).toEqual([]);
    for (const after of [`8640000000000000~${crypto.randomUUID()}`, "x", "1~1"])
      expect((await page({ after })).meetings).toBeDefined();
    expect((await page({ show: "past" })).meetings).toEqual([]);
  });
});
