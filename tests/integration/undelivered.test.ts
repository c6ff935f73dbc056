import { expect, test } from "vitest";
import type { Database } from "@/lib/db";
import type { Outcome } from "@/lib/mail/delivery/outcome";
import { recordAttempts } from "@/lib/mail/delivery/record-attempts";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { findMeeting } from "@/lib/meetings/read/find";
import { personHistory } from "@/lib/meetings/read/history";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { notInvited } from "@/lib/meetings/read/not-invited";
import { removedPeople } from "@/lib/meetings/read/removed";
import { undeliveredPeople } from "@/lib/meetings/read/undelivered";
import { resendUndelivered } from "@/lib/meetings/resend";
import { change } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";

type Status = "ACCEPTED" | "FAILED" | "BOUNCED";

/** What the mail server says of everything that waits, but to the first participant. */
async function settle(db: Database, meetingId: string, toFirst: Status) {
  const queued = { participant: { meetingId }, status: "QUEUED" as const };
  const first = { ...queued, participant: { meetingId, email: "participant-0@example.org" } };
  await db.prisma.delivery.updateMany({ where: first, data: { status: toFirst } });
  await db.prisma.delivery.updateMany({ where: queued, data: { status: "ACCEPTED" } });
}

async function listed(db: Database, viewer: { id: string }) {
  const { meetings } = await listMeetings(db, { viewer, query: listQuery.parse({}), now: new Date() });
  const { id, title, ...counts } = meetings[0]!;
  // What stands above every page of the list says the same of it.
  const { notInvited: invitations, notInvitedYet, notUpdated, notUpdatedYet, notCancelled, notCancelledYet } = counts;
  const above = invitations + notInvitedYet > 0 ? [{ id, title, notInvited: invitations, notInvitedYet }] : [];
  expect(await notInvited(db, { viewer, now: new Date() })).toEqual(above);
  const all = { notInvited: invitations, notInvitedYet, notUpdated, notUpdatedYet, notCancelled, notCancelledYet };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

/** No mail server was asked: so says a worker that cannot send. */
const waits: Outcome = { result: "waits", reason: "no-mail-server-yet", responseCode: null, serverText: null };
const deferred: Outcome = {
  result: "retry",
  reason: "mail-server-deferred",
  responseCode: 451,
  serverText: "451 4.7.1 Come back later",
};

/** What becomes of the attempt at what waits for the first participant; everybody else's mail is accepted. */
async function attempt(db: Database, meetingId: string, outcome: Outcome) {
  const queued = { participant: { meetingId }, status: "QUEUED" as const };
  const first = { ...queued, participant: { meetingId, email: "participant-0@example.org" } };
  const { id: deliveryId, attempts } = await db.prisma.delivery.findFirstOrThrow({ where: first });
  const made = { jobId: crypto.randomUUID(), deliveryId, attempts: attempts + 1, firstAttemptAt: null };
  await recordAttempts(db, [{ ...made, usefulUntil: null, outcome }], new Date(), () => 60_000);
  await db.prisma.delivery.updateMany({ where: { ...queued, id: { not: deliveryId } }, data: { status: "ACCEPTED" } });
}

onEachDatabase((db) => {
  test.each(["FAILED", "BOUNCED"] as const)(
    "who does not know of what is named on the list until a mail reaches them: %s",
    async (status) => {
      const place = await install(db());
      const viewer = place.organiser;
      const meetingId = await schedule(db(), place, inputFor(place.domain.id, 2, new Date()));
      const again = () => resendUndelivered(db(), { meetingId, viewer, mailHost, now: new Date() });
      await settle(db(), meetingId, status);
      expect(await listed(db(), viewer)).toEqual({ notInvited: 1 });
      const stranger = await install(db());
      expect(await notInvited(db(), { viewer: stranger.organiser, now: new Date() })).toEqual([]);
      await again();
      await settle(db(), meetingId, "ACCEPTED");
      expect(await listed(db(), viewer)).toEqual({});

      await change(db(), place, meetingId, "everybody", () => ({ title: "Renamed" }));
      await settle(db(), meetingId, status);
      expect(await listed(db(), viewer)).toEqual({ notUpdated: 1 });
      expect((await findMeeting(db(), { meetingId, viewer }))!.progress.failed).toBe(1);
      await again();
      await settle(db(), meetingId, "ACCEPTED");
      expect(await listed(db(), viewer)).toEqual({});

      await change(db(), place, meetingId, "everybody", ({ participants }) => ({
        participants: participants.slice(1),
      }));
      await settle(db(), meetingId, status);
      expect(await listed(db(), viewer)).toEqual({ notCancelled: 1 });
      const [gone] = await removedPeople(db(), { meetingId, viewer });
      expect(gone).toMatchObject({ email: "participant-0@example.org", delivery: { kind: "CANCELLATION", status } });
      await again();
      await settle(db(), meetingId, "ACCEPTED");
      expect(await listed(db(), viewer)).toEqual({});
      // Once it has arrived there is nothing to send again.
      await again();
      const { mails } = (await personHistory(db(), { meetingId, participantId: gone!.id, viewer }))!;
      expect(mails.map(({ kind }) => kind)).toEqual([
        "CANCELLATION",
        "CANCELLATION",
        "UPDATE",
        "UPDATE",
        "INVITATION",
        "INVITATION",
      ]);
    },
  );

  test.each([
    ["deferred by the mail server", deferred],
    ["waiting for an admin", waits],
  ])(
    "who has not been told yet is named on the list from the first attempt until a mail reaches them: %s",
    async (_, outcome) => {
      const place = await install(db());
      const viewer = place.organiser;
      const meetingId = await schedule(db(), place, inputFor(place.domain.id, 2, new Date()));
      // Of a mail that nobody has tried there is nothing to say.
      expect(await listed(db(), viewer)).toEqual({});
      await attempt(db(), meetingId, outcome);
      expect(await listed(db(), viewer)).toEqual({ notInvitedYet: 1 });
      const [attempts, reason] = outcome === deferred ? [1, "mail-server-deferred"] : [0, "no-mail-server-yet"];
      const waiting = { name: "Participant 0", misses: "invitation", state: "deferred", attempts, reason };
      expect(await undeliveredPeople(db(), meetingId)).toMatchObject([{ ...waiting, nextAttemptAt: expect.any(Date) }]);
      await attempt(db(), meetingId, outcome);
      expect(await listed(db(), viewer)).toEqual({ notInvitedYet: 1 });
      await settle(db(), meetingId, "ACCEPTED");
      expect(await listed(db(), viewer)).toEqual({});

      await change(db(), place, meetingId, "everybody", () => ({ title: "Renamed" }));
      expect(await listed(db(), viewer)).toEqual({});
      await attempt(db(), meetingId, outcome);
      expect(await listed(db(), viewer)).toEqual({ notUpdatedYet: 1 });
      await settle(db(), meetingId, "ACCEPTED");

      await cancelMeeting(db(), { meetingId, viewer, mailHost, now: new Date() });
      expect(await listed(db(), viewer)).toEqual({});
      await attempt(db(), meetingId, outcome);
      expect(await listed(db(), viewer)).toEqual({ notCancelledYet: 1 });
      await settle(db(), meetingId, "FAILED");
      expect(await listed(db(), viewer)).toEqual({ notCancelled: 1 });
    },
  );

  test("nobody misses an invitation to a meeting that is cancelled", async () => {
    const place = await install(db());
    const viewer = place.organiser;
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 2, new Date()));
    await settle(db(), meetingId, "FAILED");
    await cancelMeeting(db(), { meetingId, viewer, mailHost, now: new Date() });
    await settle(db(), meetingId, "FAILED");
    expect(await listed(db(), viewer)).toEqual({});
  });

  test("the history of somebody in another organiser's meeting is nobody's", async () => {
    const [place, stranger] = [await install(db()), await install(db())];
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    const { id: participantId } = await db().prisma.participant.findFirstOrThrow({ where: { meetingId } });
    const wanted = { meetingId, participantId, viewer: stranger.organiser };
    expect(await personHistory(db(), wanted)).toBeNull();
  });
});
