import { expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { findMeeting } from "@/lib/meetings/read/find";
import { meetingProblems } from "@/lib/meetings/read/problems";
import { acceptMails, change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  async function prepared() {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 4, new Date()));
    const problems = async () => {
      const meeting = (await findMeeting(db(), { meetingId, viewer: place.organiser }))!;
      const found = await meetingProblems(db(), meeting, new Date());
      return found.map(({ code, urgency }) => `${code} ${urgency}`);
    };
    const settle = (email: string, data: object) =>
      db().prisma.delivery.updateMany({ where: { participant: { meetingId, email }, status: "QUEUED" }, data });
    return { place, meetingId, problems, settle };
  }

  test("a meeting whose mails all arrived has no problems", async () => {
    const { meetingId, problems } = await prepared();
    expect(await problems()).toEqual([]);
    await acceptMails(db(), meetingId);
    expect(await problems()).toEqual([]);
  });

  test("all problems of a meeting come in one list, the most urgent first", async () => {
    const { place, meetingId, problems, settle } = await prepared();
    await acceptMails(db(), meetingId);
    // Earlier, so that the link of before opens the room for longer.
    await change(db(), place, meetingId, "everybody", moved(-60));
    await acceptMails(db(), meetingId);
    expect(await problems()).toEqual(["stale-links info"]);
    await change(db(), place, meetingId, "nobody", () => ({ title: "Renamed" }));
    expect(await problems()).toEqual(["outdated warning", "stale-links info"]);
    await change(db(), place, meetingId, { only: ["participant-0@example.org"] }, () => ({}));
    await settle("participant-0@example.org", { deferredAt: new Date() });
    await db().prisma.roomToken.updateMany({
      where: { participant: { meetingId, email: "participant-1@example.org" } },
      data: { moderator: true },
    });
    const all = ["faulty-links warning", "undelivered warning", "outdated warning", "stale-links warning"];
    expect(await problems()).toEqual(all);
    await settle("participant-0@example.org", { status: "FAILED" });
    expect(await problems()).toEqual(["undelivered danger", ...all.filter((problem) => !problem.startsWith("undel"))]);
  });

  test("only undelivered cancellations are a problem of a cancelled meeting", async () => {
    const { place, meetingId, problems, settle } = await prepared();
    await acceptMails(db(), meetingId);
    await change(db(), place, meetingId, "nobody", moved(30));
    await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date() });
    await settle("participant-0@example.org", { status: "FAILED" });
    await acceptMails(db(), meetingId);
    expect(await problems()).toEqual(["undelivered danger"]);
  });
});
