import { expect, test } from "vitest";
import { changeMeeting, reviewChange } from "@/lib/changes/change";
import { leftLinks } from "@/lib/changes/link-holders";
import type { MeetingPlan } from "@/lib/changes/wanted";
import { savedPlan } from "@/lib/meetings/saved-plan";
import { onEachDatabase } from "@/tests/support/database";
import { install, mailHost, planFor, schedule } from "@/tests/support/installation";

const hourMs = 3600_000;

onEachDatabase((db) => {
  async function prepared() {
    const place = await install(db());
    const { organiser } = place;
    const meetingId = await schedule(db(), place, planFor(place.domain.id, 3, new Date()));
    const accept = () =>
      db().prisma.delivery.updateMany({
        where: { participant: { meetingId }, status: "QUEUED" },
        data: { status: "ACCEPTED", attempts: 1 },
      });
    await accept();

    async function request(parts: (plan: MeetingPlan) => Partial<MeetingPlan>, changeRoom = false) {
      const { plan, version } = (await savedPlan(db(), { meetingId, organiserId: organiser.id }))!;
      return { meetingId, organiser, version, plan: { ...plan, ...parts(plan) }, changeRoom, now: new Date() };
    }
    async function change(parts: (plan: MeetingPlan) => Partial<MeetingPlan>, changeRoom = false) {
      const wanted = await request(parts, changeRoom);
      const saved = await changeMeeting(db(), { ...wanted, tell: "everybody", fingerprint: null, mailHost });
      expect(saved.ok).toBe(true);
      await accept();
    }
    async function onThePage() {
      const meeting = await db().prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
      return leftLinks(db(), meeting, new Date());
    }
    async function inTheReview() {
      const review = await reviewChange(db(), await request(({ title }) => ({ title: `${title}!` })));
      if (!review.ok) throw new Error(review.reason);
      return review.plan.oldLinks;
    }
    return { change, onThePage, inTheReview };
  }

  const short = (links: { email: string; why: string }[]) =>
    links.map(({ email, why }) => `${email.split("@")[0]} ${why}`).sort();

  test("whoever was taken out earlier, made less than a moderator, or told of an earlier end is named with the link that still works, on the page as in the review", async () => {
    const { change, onThePage, inTheReview } = await prepared();
    expect(await onThePage()).toEqual([]);
    await change(({ participants }) => ({
      participants: participants.map((person, i) => (i === 1 ? { ...person, role: "MODERATOR" } : person)),
    }));
    await change(({ participants, startsAt, endsAt }) => ({
      participants: participants.slice(1).map((person) => ({ ...person, role: "ATTENDEE" })),
      startsAt: new Date(startsAt.getTime() + hourMs),
      endsAt: new Date(endsAt.getTime() + hourMs),
    }));
    const left = await onThePage();
    expect(short(left)).toEqual(["participant-0 removed", "participant-1 role", "participant-2 time"]);
    const byWho = (links: typeof left) => [...links].sort((a, b) => a.email.localeCompare(b.email));
    expect(byWho(await inTheReview())).toEqual(byWho(left));
  });

  test("another room leaves none of them", async () => {
    const { change, onThePage, inTheReview } = await prepared();
    await change(({ participants }) => ({ participants: participants.slice(1) }));
    expect(short(await onThePage())).toEqual(["participant-0 removed"]);
    await change(() => ({}), true);
    expect(await onThePage()).toEqual([]);
    expect(await inTheReview()).toEqual([]);
  });
});
