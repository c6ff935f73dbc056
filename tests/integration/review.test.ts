import { expect, test } from "vitest";
import { changeMeeting, reviewChange } from "@/lib/meetings/change";
import { changesSince } from "@/lib/meetings/read/changes-since";
import { savedPlan } from "@/lib/meetings/read/saved-plan";
import { acceptMails } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { install, mailHost, planFor, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  async function prepared() {
    const place = await install(db());
    const { organiser } = place;
    const meetingId = await schedule(db(), place, planFor(place.domain.id, 2, new Date()));
    await acceptMails(db(), meetingId);
    const { plan, version } = (await savedPlan(db(), { meetingId, viewer: organiser }))!;
    const request = { meetingId, viewer: organiser, version, plan, changeRoom: false, now: new Date() };
    return { meetingId, viewer: organiser, plan, request };
  }

  test("a bounce after the review saves nothing and shows the new plan", async () => {
    const { meetingId, request, plan } = await prepared();
    const change = { ...request, plan: { ...plan, title: "Renamed" } };
    const review = await reviewChange(db(), change);
    if (!review.ok) throw new Error(review.reason);
    expect(review.plan.people.map(({ effect, must }) => [effect, must])).toEqual(Array(3).fill(["update", null]));

    const first = { participant: { meetingId, email: "participant-0@example.org" } };
    await db().prisma.delivery.updateMany({ where: first, data: { status: "BOUNCED" } });
    const save = { ...change, tell: "nobody", mailHost } as const;
    const refused = await changeMeeting(db(), { ...save, fingerprint: review.fingerprint });
    if (refused.ok || refused.reason !== "plan") throw new Error("It was saved");
    expect(refused.review.plan.people.map(({ must }) => must)).toEqual([null, "not-invited", null]);
    expect(await db().prisma.meeting.findUnique({ where: { id: meetingId } })).toMatchObject({
      title: plan.title,
      version: 1,
    });

    // Telling nobody narrows what was shown, and is no other plan.
    expect(await changeMeeting(db(), { ...save, fingerprint: refused.review.fingerprint })).toMatchObject({ ok: true });
    const sent = await db().prisma.delivery.findMany({ where: { participant: { meetingId }, status: "QUEUED" } });
    expect(sent.map(({ kind }) => kind)).toEqual(["INVITATION"]);
  });

  test("values that differ from the reviewed ones are refused, each of them", async () => {
    const { request, plan } = await prepared();
    const shown = { ...plan, title: "Renamed", description: "Other", endsAt: new Date(+plan.endsAt + 60_000) };
    const review = await reviewChange(db(), { ...request, plan: shown });
    if (!review.ok) throw new Error(review.reason);
    const [first, second] = shown.participants;
    const others: Partial<typeof plan>[] = [
      { title: "Renamed again" },
      { description: "Another" },
      { endsAt: new Date(+plan.endsAt + 120_000) },
      { timeZone: "Europe/Paris" },
      { locale: "de" },
      { reminders: [10] },
      { participants: [{ ...first!, name: "Somebody" }, second!] },
    ];
    for (const other of others) {
      const save = { ...request, plan: { ...shown, ...other }, tell: "everybody", mailHost } as const;
      const result = await changeMeeting(db(), { ...save, fingerprint: review.fingerprint });
      expect([Object.keys(other), result]).toMatchObject([Object.keys(other), { ok: false, reason: "plan" }]);
    }
    // A new room has another name at each look, and is the same review.
    const moved = { ...request, plan: shown, changeRoom: true };
    const roomReview = await reviewChange(db(), moved);
    if (!roomReview.ok) throw new Error(roomReview.reason);
    expect(roomReview.fingerprint).not.toBe(review.fingerprint);
    const { fingerprint } = roomReview;
    expect(await changeMeeting(db(), { ...moved, tell: "everybody", mailHost, fingerprint })).toMatchObject({
      ok: true,
    });
  });

  test("a form of an older version is refused with what changed and who came or went", async () => {
    const { meetingId, request, plan, viewer } = await prepared();
    const participants = [plan.participants[1]!, { email: "new@example.org", name: "New", role: "ATTENDEE" as const }];
    const other = {
      ...request,
      plan: { ...plan, title: "Renamed", participants },
      tell: "everybody",
      mailHost,
    } as const;
    expect((await changeMeeting(db(), { ...other, fingerprint: null })).ok).toBe(true);
    expect(await reviewChange(db(), request)).toEqual({ ok: false, reason: "version", current: 2 });
    const wanted = { meetingId, viewer, version: 1 };
    expect(await changesSince(db(), wanted)).toMatchObject({
      version: 2,
      before: { title: plan.title },
      after: { title: "Renamed" },
      added: [{ email: "new@example.org" }],
      removed: [{ email: "participant-0@example.org" }],
      by: { isSelf: true },
    });
    expect(await changesSince(db(), { ...wanted, version: 2 })).toBeNull();
  });
});
