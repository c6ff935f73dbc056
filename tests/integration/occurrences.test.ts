import { expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { install, mailHost, planFor, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  test("a meeting has one occurrence, which keeps its name when it moves", async () => {
    const place = await install(db());
    const plan = planFor(place.domain.id, 1, new Date());
    // Not the organiser's zone: 14:45 there, 10:00 or 11:00 in the meeting's.
    const meetingId = await schedule(db(), place, { ...plan, timeZone: "Europe/Berlin" });
    const [scheduled, ...others] = await db().prisma.occurrence.findMany({ where: { meetingId } });
    expect(others).toEqual([]);
    const hour = plan.startsAt.toLocaleTimeString("en-GB", { timeZone: "Europe/Berlin", timeStyle: "short" });
    expect(scheduled).toMatchObject({
      organiserId: place.organiser.id,
      originalStart: `${plan.startsAt.toISOString().slice(0, 10)}T${hour}`,
      startsAt: plan.startsAt,
      endsAt: plan.endsAt,
      status: "CONFIRMED",
    });

    await change(db(), place, meetingId, "everybody", moved(90));
    const later = (at: Date) => new Date(at.getTime() + 90 * 60_000);
    const times = { startsAt: later(plan.startsAt), endsAt: later(plan.endsAt) };
    expect(await db().prisma.occurrence.findMany({ where: { meetingId } })).toEqual([{ ...scheduled, ...times }]);

    await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date() });
    expect(await db().prisma.occurrence.findMany({ where: { meetingId } })).toMatchObject([
      { id: scheduled!.id, ...times, status: "CANCELLED" },
    ]);
  });

  test("an occurrence cannot name another organiser than its meeting's", async () => {
    const [place, other] = [await install(db()), await install(db())];
    const meetingId = await schedule(db(), place, planFor(place.domain.id, 0, new Date()));
    const data = { organiserId: other.organiser.id };
    await expect(db().prisma.occurrence.updateMany({ where: { meetingId }, data })).rejects.toThrow();
  });
});
