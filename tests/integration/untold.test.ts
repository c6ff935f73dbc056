import { expect, test } from "vitest";
import type { Database } from "@/lib/db";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { reviewChange } from "@/lib/meetings/change";
import { findMeeting } from "@/lib/meetings/read/find";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { untoldPeople } from "@/lib/meetings/read/outdated";
import { savedPlan } from "@/lib/meetings/read/saved-plan";
import { acceptMails, change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { install, mailHost, planFor, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  async function prepared() {
    const place = await install(db());
    const meetingId = await schedule(db(), place, planFor(place.domain.id, 2, new Date()));
    await acceptMails(db(), meetingId);
    return { place, meetingId, viewer: place.organiser };
  }

  test("a time saved silently names everybody who does not know it, with the link that they have, until they are told", async () => {
    const { place, meetingId, viewer } = await prepared();
    const before = (await findMeeting(db(), { meetingId, viewer }))!;
    expect(await untold(db(), meetingId, viewer)).toEqual([]);
    await change(db(), place, meetingId, "nobody", moved(30));
    const people = await untold(db(), meetingId, viewer);
    expect(people).toHaveLength(3);
    for (const { changes, link } of people) {
      expect(changes).toEqual(["time"]);
      expect(link!.expiresAt).toEqual(new Date(before.endsAt.getTime() + before.closesAfterMinutes * 60_000));
    }
    expect(await listed(db(), viewer)).toBe(2);

    await change(db(), place, meetingId, { only: ["participant-0@example.org"] }, () => ({}));
    expect((await untold(db(), meetingId, viewer)).map(({ email }) => email)).not.toContain(
      "participant-0@example.org",
    );
    await acceptMails(db(), meetingId);
    expect(await listed(db(), viewer)).toBe(1);
    await change(db(), place, meetingId, "everybody", () => ({}));
    await acceptMails(db(), meetingId);
    expect(await untold(db(), meetingId, viewer)).toEqual([]);
    expect(await listed(db(), viewer)).toBe(0);
  });

  test("who is named as untold is who the review would tell, also of a new name and after changes that say nothing to them", async () => {
    const { place, meetingId, viewer } = await prepared();
    await change(db(), place, meetingId, "nobody", ({ participants: [first, second] }) => ({
      title: "Renamed",
      participants: [{ ...first!, name: "Somebody else" }, second!],
    }));
    // Brings a new version of which nobody else learns anything.
    await change(db(), place, meetingId, "nobody", ({ participants }) => ({
      participants: [...participants, { email: "new@example.org", name: "New", role: "ATTENDEE" }],
    }));
    await acceptMails(db(), meetingId);
    const people = await untold(db(), meetingId, viewer);
    expect(people.map(({ changes }) => changes)).toEqual([["title"], ["title", "name"], ["title"]]);
    const { plan, version } = (await savedPlan(db(), { meetingId, viewer }))!;
    const review = await reviewChange(db(), {
      ...{ meetingId, viewer: place.organiser, version, plan },
      changeRoom: false,
      now: new Date(),
    });
    if (!review.ok) throw new Error(review.reason);
    const told = review.plan.people.filter(({ effect }) => effect === "update");
    expect(people.map(({ email, changes }) => ({ email, changes }))).toEqual(
      told.map(({ email, changes }) => ({ email, changes })),
    );
  });

  test("nobody is named of a meeting that was cancelled", async () => {
    const { place, meetingId, viewer } = await prepared();
    await change(db(), place, meetingId, "nobody", () => ({ title: "Renamed" }));
    expect(await untold(db(), meetingId, viewer)).toHaveLength(3);
    await cancelMeeting(db(), { meetingId, viewer, mailHost, now: new Date() });
    expect(await untold(db(), meetingId, viewer)).toEqual([]);
    expect(await listed(db(), viewer)).toBe(0);
  });
});

async function untold(db: Database, meetingId: string, viewer: { id: string }) {
  return untoldPeople(db, (await findMeeting(db, { meetingId, viewer }))!, new Date());
}

async function listed(db: Database, viewer: { id: string }) {
  const { meetings } = await listMeetings(db, { viewer, query: listQuery.parse({}), now: new Date() });
  return meetings[0]!.untold;
}
