import fc from "fast-check";
import { expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { isUpcoming, maxMeetingMinutes, upcomingMeetings } from "@/lib/occurrences/upcoming";
import { change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  test("a meeting has one occurrence, which keeps its name when it moves", async () => {
    const place = await install(db());
    const input = inputFor(place.domain.id, 1, new Date());
    // Not the organiser's zone: 14:45 there, 10:00 or 11:00 in the meeting's.
    const meetingId = await schedule(db(), place, { ...input, timeZone: "Europe/Berlin" });
    const [scheduled, ...others] = await db().prisma.occurrence.findMany({ where: { meetingId } });
    expect(others).toEqual([]);
    const hour = input.startsAt.toLocaleTimeString("en-GB", { timeZone: "Europe/Berlin", timeStyle: "short" });
    expect(scheduled).toMatchObject({
      organiserId: place.organiser.id,
      originalStart: `${input.startsAt.toISOString().slice(0, 10)}T${hour}[Europe/Berlin]`,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      status: "CONFIRMED",
    });

    await change(db(), place, meetingId, "everybody", moved(90));
    const later = (at: Date) => new Date(at.getTime() + 90 * 60_000);
    const times = { startsAt: later(input.startsAt), endsAt: later(input.endsAt) };
    expect(await db().prisma.occurrence.findMany({ where: { meetingId } })).toEqual([{ ...scheduled, ...times }]);

    await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date() });
    expect(await db().prisma.occurrence.findMany({ where: { meetingId } })).toMatchObject([
      { id: scheduled!.id, ...times, status: "CANCELLED" },
    ]);
  });

  test("which meetings are upcoming is the same in SQL and for Prisma", async () => {
    const place = await install(db());
    const input = inputFor(place.domain.id, 0, new Date());
    const meetingId = await schedule(db(), place, input);
    const status = fc.constantFrom("CONFIRMED" as const, "CANCELLED" as const);
    const minutes = fc.constantFrom(-90, -60, -1, 0, 1, 60);
    await fc.assert(
      fc.asyncProperty(status, status, minutes, async (ofMeeting, ofOccurrence, afterEnd) => {
        await db().prisma.meeting.update({ where: { id: meetingId }, data: { status: ofMeeting } });
        await db().prisma.occurrence.updateMany({ where: { meetingId }, data: { status: ofOccurrence } });
        const now = new Date(input.endsAt.getTime() + afterEnd * 60_000);
        const found = await db().prisma.meeting.count({ where: { id: meetingId, ...upcomingMeetings(now) } });
        const rows = await db().prisma.$queryRaw<unknown[]>`
          SELECT 1 FROM "Meeting" m WHERE m."id" = ${meetingId}::uuid AND ${isUpcoming(now)}`;
        const expected = ofMeeting === "CONFIRMED" && ofOccurrence === "CONFIRMED" && now < input.endsAt;
        expect([found, rows.length]).toEqual(expected ? [1, 1] : [0, 0]);
      }),
    );
  });

  test("the longest meeting is listed as upcoming until its last moment", async () => {
    const place = await install(db());
    const input = inputFor(place.domain.id, 0, new Date());
    const endsAt = new Date(input.startsAt.getTime() + maxMeetingMinutes * 60_000);
    const meetingId = await schedule(db(), place, { ...input, endsAt });
    const listed = async (show: string, now: Date) => {
      const query = listQuery.parse({ show });
      return (await listMeetings(db(), { viewer: place.organiser, query, now })).meetings.map(({ id }) => id);
    };
    const last = new Date(endsAt.getTime() - 1);
    expect([await listed("upcoming", last), await listed("past", last)]).toEqual([[meetingId], []]);
    expect([await listed("upcoming", endsAt), await listed("past", endsAt)]).toEqual([[], [meetingId]]);
  });

  test("an occurrence cannot name another organiser than its meeting's", async () => {
    const [place, other] = [await install(db()), await install(db())];
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 0, new Date()));
    const data = { organiserId: other.organiser.id };
    await expect(db().prisma.occurrence.updateMany({ where: { meetingId }, data })).rejects.toThrow();
  });
});
