import { expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { changeMeeting, reviewChange } from "@/lib/meetings/change";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import { lastLinkEndsAt, meetingStaleLinks } from "@/lib/meetings/read/stale-links";
import { acceptMails } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";

const hourMs = 3600_000;

onEachDatabase((db) => {
  async function prepared() {
    const place = await install(db());
    const { organiser } = place;
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 3, new Date()));
    await acceptMails(db(), meetingId);

    async function request(parts: (input: MeetingInput) => Partial<MeetingInput>, changeRoom = false) {
      const { input, version } = (await savedMeeting(db(), { meetingId, viewer: organiser }))!;
      return {
        meetingId,
        viewer: organiser,
        version,
        input: { ...input, ...parts(input) },
        changeRoom,
        now: new Date(),
      };
    }
    async function change(parts: (input: MeetingInput) => Partial<MeetingInput>, changeRoom = false) {
      const wanted = await request(parts, changeRoom);
      const saved = await changeMeeting(db(), { ...wanted, tell: "everybody", fingerprint: null, mailHost });
      expect(saved.ok).toBe(true);
      await acceptMails(db(), meetingId);
    }
    const onThePage = () => meetingStaleLinks(db(), { meetingId, now: new Date() });
    async function inTheReview() {
      const review = await reviewChange(db(), await request(({ title }) => ({ title: `${title}!` })));
      if (!review.ok) throw new Error(review.reason);
      return review.plan.staleLinks;
    }
    /** Minutes from the end that the meeting has now to that of the last link that is out. */
    async function lastLink() {
      const { endsAt } = await db().prisma.occurrence.findFirstOrThrow({ where: { meetingId } });
      const at = await lastLinkEndsAt(db(), { meetingId, now: new Date() });
      return at && (at.getTime() - endsAt.getTime()) / 60_000;
    }
    const cancel = () => cancelMeeting(db(), { meetingId, viewer: organiser, mailHost, now: new Date() });
    return { change, cancel, onThePage, inTheReview, lastLink, place };
  }

  const anHourEarlier = ({ startsAt, endsAt }: MeetingInput) => ({
    startsAt: new Date(startsAt.getTime() - hourMs),
    endsAt: new Date(endsAt.getTime() - hourMs),
  });
  const short = (links: { email: string; why: string }[]) =>
    links.map(({ email, why }) => `${email.split("@")[0]} ${why}`).sort();

  test("people whose working link should be gone are named on page and review", async () => {
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

  test("after a move forward and a cancellation the later link is the last to work", async () => {
    const { change, cancel, lastLink, place } = await prepared();
    const closesAfter = place.domain.closesAfterMinutes;
    expect(await lastLink()).toBe(closesAfter);
    await change(anHourEarlier);
    expect(await lastLink()).toBe(closesAfter + 60);
    expect(await cancel()).toEqual({ ok: true });
    expect(await lastLink()).toBe(closesAfter + 60);
  });

  test("links to another room, of a retired secret, or never sent do not work", async () => {
    const moved = await prepared();
    await moved.change(anHourEarlier);
    await moved.change(() => ({}), true);
    expect(await moved.lastLink()).toBe(moved.place.domain.closesAfterMinutes);
    const { id: domainId } = moved.place.domain;
    await db().prisma.credential.updateMany({ where: { domainId }, data: { state: "RETIRED" } });
    expect(await moved.lastLink()).toBeNull();
    const unsent = await prepared();
    await db().prisma.delivery.updateMany({
      where: { participant: { meeting: { organiserId: unsent.place.organiser.id } } },
      data: { status: "QUEUED", attempts: 0 },
    });
    expect(await unsent.lastLink()).toBeNull();
  });

  test("a link that no server took is not out, and one with a lost response may be", async () => {
    const { change, inTheReview, lastLink, onThePage, place } = await prepared();
    await change(({ participants }) => ({ participants: participants.slice(1) }));
    const mails = { participant: { meeting: { organiserId: place.organiser.id } } };
    for (const status of ["FAILED", "QUEUED", "STORED_LOCALLY", "SUPERSEDED"] as const) {
      await db().prisma.delivery.updateMany({ where: mails, data: { status, attempts: 1 } });
      expect([await lastLink(), await onThePage(), await inTheReview()]).toEqual([null, [], []]);
    }
    const first = await db().prisma.delivery.findFirstOrThrow({
      where: { ...mails, kind: "INVITATION", participant: { ...mails.participant, removedAt: { not: null } } },
    });
    const lost = { at: new Date(), result: "RETRY", responseCode: null, reason: "no-connection" } as const;
    await db().prisma.deliveryAttempt.create({ data: { deliveryId: first.id, number: 1, ...lost } });
    expect(await lastLink()).toBe(place.domain.closesAfterMinutes);
    expect(short(await onThePage())).toEqual(["participant-0 removed"]);
    expect(short(await inTheReview())).toEqual(["participant-0 removed"]);
  });
});
