import { expect, test } from "vitest";
import type { Database } from "@/lib/db";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { reviewChange } from "@/lib/meetings/change";
import { findMeeting } from "@/lib/meetings/read/find";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { outdatedPeople } from "@/lib/meetings/read/outdated";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import { acceptMails, change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";
import { person } from "@/tests/support/person";

onEachDatabase((db) => {
  async function prepared() {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 2, new Date()));
    await acceptMails(db(), meetingId);
    return { place, meetingId, viewer: place.organiser };
  }

  test("people not mailed about a new time are listed with their link until they are", async () => {
    const { place, meetingId, viewer } = await prepared();
    const before = (await findMeeting(db(), { meetingId, viewer }))!;
    expect(await outdated(db(), meetingId, viewer)).toEqual([]);
    await change(db(), place, meetingId, "nobody", moved(30));
    const people = await outdated(db(), meetingId, viewer);
    expect(people).toHaveLength(3);
    for (const { changes, link } of people) {
      expect(changes).toEqual(["time"]);
      expect(link!.expiresAt).toEqual(new Date(before.endsAt.getTime() + before.closesAfterMinutes * 60_000));
    }
    expect(await listed(db(), viewer)).toBe(2);

    await change(db(), place, meetingId, { only: ["participant-0@example.org"] }, () => ({}));
    expect((await outdated(db(), meetingId, viewer)).map(({ email }) => email)).not.toContain(
      "participant-0@example.org",
    );
    await acceptMails(db(), meetingId);
    expect(await listed(db(), viewer)).toBe(1);
    await change(db(), place, meetingId, "everybody", () => ({}));
    await acceptMails(db(), meetingId);
    expect(await outdated(db(), meetingId, viewer)).toEqual([]);
    expect(await listed(db(), viewer)).toBe(0);
  });

  test("the people listed as outdated are those whom the review would mail", async () => {
    const { place, meetingId, viewer } = await prepared();
    await change(db(), place, meetingId, "nobody", ({ participants: [first, second] }) => ({
      title: "Renamed",
      participants: [{ ...first!, name: "Somebody else" }, second!],
    }));
    // Brings a new version of which nobody else learns anything.
    await change(db(), place, meetingId, "nobody", ({ participants }) => ({
      participants: [...participants, person({ name: "New" })],
    }));
    await acceptMails(db(), meetingId);
    const people = await outdated(db(), meetingId, viewer);
    expect(people.map(({ changes }) => changes)).toEqual([["title"], ["title", "name"], ["title"]]);
    const { input, version } = (await savedMeeting(db(), { meetingId, viewer }))!;
    const review = await reviewChange(db(), {
      ...{ meetingId, viewer: place.organiser, version, input },
      changeRoom: false,
      now: new Date(),
    });
    if (!review.ok) throw new Error(review.reason);
    const told = review.plan.people.filter(({ effect }) => effect === "update");
    expect(people.map(({ email, changes }) => ({ email, changes }))).toEqual(
      told.map(({ email, changes }) => ({ email, changes })),
    );
  });

  test("a cancelled meeting has no outdated people", async () => {
    const { place, meetingId, viewer } = await prepared();
    await change(db(), place, meetingId, "nobody", () => ({ title: "Renamed" }));
    expect(await outdated(db(), meetingId, viewer)).toHaveLength(3);
    await cancelMeeting(db(), { meetingId, viewer, mailHost, now: new Date() });
    expect(await outdated(db(), meetingId, viewer)).toEqual([]);
    expect(await listed(db(), viewer)).toBe(0);
  });
});

async function outdated(db: Database, meetingId: string, viewer: { id: string }) {
  return outdatedPeople(db, (await findMeeting(db, { meetingId, viewer }))!, new Date());
}

async function listed(db: Database, viewer: { id: string }) {
  const { meetings } = await listMeetings(db, { viewer, query: listQuery.parse({}), now: new Date() });
  return meetings[0]!.outdated;
}
