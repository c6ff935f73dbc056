import { expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { changeMeeting, reviewChange } from "@/lib/meetings/change";
import { continueFrom } from "@/lib/meetings/continue-from";
import { meetingValues } from "@/lib/meetings/form-values";
import { meetingFields, readMeetingFields } from "@/lib/meetings/meeting-form";
import { compareContents, isSameContent } from "@/lib/meetings/plan/compare-contents";
import { contentOfRevision } from "@/lib/meetings/plan/meeting-content";
import { changesSince } from "@/lib/meetings/read/changes-since";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import { personOf } from "@/lib/participants/person";
import { acceptMails } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";
import { person } from "@/tests/support/person";

onEachDatabase((db) => {
  async function prepared() {
    const place = await install(db());
    const { organiser } = place;
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 2, new Date()));
    await acceptMails(db(), meetingId);
    const { input, version } = (await savedMeeting(db(), { meetingId, viewer: organiser }))!;
    const request = { meetingId, viewer: organiser, version, input, changeRoom: false, now: new Date() };
    return { meetingId, viewer: organiser, input, request };
  }

  test("a bounce after the review saves nothing and shows the new plan", async () => {
    const { meetingId, request, input } = await prepared();
    const change = { ...request, input: { ...input, title: "Renamed" } };
    const review = await reviewChange(db(), change);
    if (!review.ok) throw new Error(review.reason);
    expect(review.plan.people.map(({ effect, neededBecause }) => [effect, neededBecause])).toEqual(
      Array(3).fill(["update", null]),
    );

    const first = { participant: { meetingId, email: "participant-0@example.org" } };
    await db().prisma.delivery.updateMany({ where: first, data: { status: "BOUNCED" } });
    const save = { ...change, tell: "nobody", mailHost } as const;
    const refused = await changeMeeting(db(), { ...save, fingerprint: review.fingerprint });
    if (refused.ok || refused.reason !== "plan") throw new Error("It was saved");
    expect(refused.review.plan.people.map(({ neededBecause }) => neededBecause)).toEqual([null, "not-invited", null]);
    expect(await db().prisma.meeting.findUnique({ where: { id: meetingId } })).toMatchObject({
      title: input.title,
      version: 1,
    });

    // Telling nobody narrows what was shown, and is no other plan.
    expect(await changeMeeting(db(), { ...save, fingerprint: refused.review.fingerprint })).toMatchObject({ ok: true });
    const sent = await db().prisma.delivery.findMany({ where: { participant: { meetingId }, status: "QUEUED" } });
    expect(sent.map(({ kind }) => kind)).toEqual(["INVITATION"]);
  });

  test("values that differ from the reviewed ones are refused, each of them", async () => {
    const { request, input } = await prepared();
    const shown = { ...input, title: "Renamed", description: "Other", endsAt: new Date(+input.endsAt + 60_000) };
    const review = await reviewChange(db(), { ...request, input: shown });
    if (!review.ok) throw new Error(review.reason);
    const [first, second] = shown.participants;
    const others: Partial<typeof input>[] = [
      { title: "Renamed again" },
      { description: "Another" },
      { endsAt: new Date(+input.endsAt + 120_000) },
      { timeZone: "Europe/Paris" },
      { locale: "de" },
      { reminders: [10] },
      { participants: [{ ...first!, name: "Somebody" }, second!] },
    ];
    for (const other of others) {
      const save = { ...request, input: { ...shown, ...other }, tell: "everybody", mailHost } as const;
      const result = await changeMeeting(db(), { ...save, fingerprint: review.fingerprint });
      expect([Object.keys(other), result]).toMatchObject([Object.keys(other), { ok: false, reason: "plan" }]);
    }
    // A new room has another name at each look, and is the same review.
    const moved = { ...request, input: shown, changeRoom: true };
    const roomReview = await reviewChange(db(), moved);
    if (!roomReview.ok) throw new Error(roomReview.reason);
    expect(roomReview.fingerprint).not.toBe(review.fingerprint);
    const { fingerprint } = roomReview;
    expect(await changeMeeting(db(), { ...moved, tell: "everybody", mailHost, fingerprint })).toMatchObject({
      ok: true,
    });
  });

  test("a form of an older version is refused with what changed and who came or went", async () => {
    const { meetingId, request, input, viewer } = await prepared();
    const participants = [input.participants[1]!, person({ name: "New" })];
    const other = {
      ...request,
      input: { ...input, title: "Renamed", participants },
      tell: "everybody",
      mailHost,
    } as const;
    expect((await changeMeeting(db(), { ...other, fingerprint: null })).ok).toBe(true);
    expect(await reviewChange(db(), request)).toEqual({ ok: false, reason: "version", current: 2 });
    const wanted = { meetingId, viewer, version: 1 };
    const since = (await changesSince(db(), wanted))!;
    expect(since).toMatchObject({ version: 2, by: { isSelf: true } });
    expect(compareContents(since.before, since.after)).toMatchObject({
      facts: ["title"],
      people: { added: [{ email: "new@example.org" }], removed: [{ email: "participant-0@example.org" }], changed: [] },
    });
    expect(await changesSince(db(), { ...wanted, version: 2 })).toBeNull();
    const { prisma } = db();
    await prisma.meetingRevision.updateMany({ where: { meetingId }, data: { createdById: null } });
    expect(await changesSince(db(), wanted)).toMatchObject({ by: { name: null, isSelf: false } });
  });

  test("two editors each keep what only they changed, people and settings included", async () => {
    const { meetingId, request, input, viewer } = await prepared();
    const [first, second] = input.participants;
    const save = (from: typeof request) =>
      changeMeeting(db(), { ...from, tell: "nobody", fingerprint: null, mailHost });
    const theirs = [{ ...first!, role: "MODERATOR" as const }, second!];
    await save({ ...request, input: { ...input, locale: "de", reminders: [60], participants: theirs } });

    const mine = { ...input, title: "Renamed", participants: [{ ...first!, name: "Ann" }, second!] };
    expect(await save({ ...request, input: mine })).toMatchObject({ reason: "version", current: 2 });
    const since = (await changesSince(db(), { meetingId, viewer, version: 1 }))!;
    const { values, rows } = continueFrom({ values: meetingValues(mine), rows: mine.participants }, since);
    const merged = readMeetingFields(meetingFields.parse(values), rows, request.now);
    if (!merged.ok) throw new Error(JSON.stringify(merged.fieldErrors));
    expect(await save({ ...request, version: Number(values.version), input: merged.input })).toMatchObject({
      ok: true,
    });

    const saved = await savedMeeting(db(), { meetingId, viewer });
    expect(saved).toMatchObject({
      version: 3,
      input: {
        title: "Renamed",
        locale: "de",
        reminders: [60],
        participants: [{ email: first!.email, name: "Ann", role: "MODERATOR" }, second],
      },
    });
  });

  test("every revision, a cancelled one too, holds people, language and reminders", async () => {
    const { meetingId, viewer, request, input } = await prepared();
    const one = person({ name: "One", role: "MODERATOR" });
    const changed = { ...input, locale: "fr" as const, reminders: [1440, 10], participants: [one] };
    await changeMeeting(db(), { ...request, input: changed, tell: "everybody", fingerprint: null, mailHost });
    await cancelMeeting(db(), { meetingId, viewer, mailHost, now: request.now });
    const revisions = await db().prisma.meetingRevision.findMany({ where: { meetingId }, orderBy: { version: "asc" } });
    const [first, second, cancelled] = revisions.map(contentOfRevision);
    expect(first).toMatchObject({ locale: "en", reminders: [] });
    expect(first!.people.map(personOf)).toEqual([expect.objectContaining({ name: "Ann Lee" }), ...input.participants]);
    expect(second).toMatchObject({ locale: "fr", reminders: [1440, 10], people: [{ isOrganiser: true }, one] });
    const ids = await db().prisma.participant.findMany({
      where: { meetingId, removedAt: null },
      orderBy: { position: "asc" },
      select: { id: true },
    });
    expect(second!.people).toMatchObject(ids.map(({ id }) => ({ participantId: id })));
    expect(isSameContent(compareContents(second!, cancelled!))).toBe(true);
  });
});
