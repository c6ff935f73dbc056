import type { Database, Transaction } from "@/lib/db";
import { openDomain, openDomainForMore } from "@/lib/domains/open-domain";
import { newRoomName } from "@/lib/jitsi/room-name";
import { type MeetingInput, wantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import { changesBetween } from "@/lib/meetings/plan/meeting-facts";
import { loadMeetingState } from "@/lib/meetings/plan/meeting-state";
import { type ChangePlan, planChange, type Tell } from "@/lib/meetings/plan/plan-change";
import { staleLinkHolders } from "@/lib/meetings/read/stale-links";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { type Prepared, type Review, reviewOf } from "@/lib/meetings/review";
import { moveOccurrence } from "@/lib/meetings/write/write-occurrence";
import { writePlan } from "@/lib/meetings/write/write-plan";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { onlyOccurrence, readOccurrence } from "@/lib/occurrences/only-occurrence";
import { remindAfterChange } from "@/lib/reminders/after-change";
import { reminderMinutes } from "@/lib/reminders/of-meeting";
import { writeReminders } from "@/lib/reminders/write";

export type ChangeRequest = {
  meetingId: string;
  viewer: NonNullable<MeetingViewer>;
  /** The version that the form was filled from. */
  version: number;
  input: MeetingInput;
  /** Moves the meeting to a new room. No earlier link opens it. */
  changeRoom: boolean;
  tell: Tell;
  now: Date;
};

export type ChangeRefusal =
  | { ok: false; reason: "not-found" | "cancelled" | "over" | "domain-not-usable" }
  /** Somebody saved in between. */
  | { ok: false; reason: "version"; current: number };

export type ReviewResult = ({ ok: true } & Review) | ChangeRefusal;

/** Returns what saving would do; saves nothing. */
export async function reviewChange(db: Database, request: Omit<ChangeRequest, "tell">): Promise<ReviewResult> {
  const prepared = await prepare(db.prisma, { ...request, tell: "everybody" });
  return prepared.ok ? { ok: true, ...reviewOf(prepared, request.input) } : prepared;
}

export type ChangeResult =
  | { ok: true; version: number; mails: number }
  | ChangeRefusal
  /** What would be sent differs from what was shown. */
  | { ok: false; reason: "plan"; review: Review };

/**
 * Saves a change in one transaction: the meeting, a revision, people, links, mails and jobs.
 * @param fingerprint of the review shown. Another review saves nothing. Null: no review was shown
 */
export async function changeMeeting(
  db: Database,
  { fingerprint, mailHost, ...request }: ChangeRequest & { fingerprint: string | null; mailHost: string },
): Promise<ChangeResult> {
  const { meetingId, viewer, now } = request;
  return db.prisma.$transaction(async (tx): Promise<ChangeResult> => {
    await lockMeeting(tx, meetingId, "FOR UPDATE");
    const prepared = await prepare(tx, request);
    if (!prepared.ok) return prepared;
    const { state, wanted, plan } = prepared;
    const review = reviewOf(prepared, request.input);
    if (fingerprint !== null && fingerprint !== review.fingerprint) return { ok: false, reason: "plan", review };
    const version = request.version + 1;
    const { opensBeforeMinutes, closesAfterMinutes } = wanted;
    const { locale, reminders, startsAt } = request.input;
    const { startsAt: _, endsAt: __, ...untimed } = wanted.facts;
    await tx.meeting.update({
      where: { id: meetingId },
      data: { ...untimed, opensBeforeMinutes, closesAfterMinutes, locale, version },
    });
    const occurrenceId = await moveOccurrence(tx, meetingId, wanted.facts);
    const { facts } = wanted;
    const revision = { version, status: "CONFIRMED", facts, locale, reminders, createdById: viewer.id } as const;
    await writePlan(db, tx, plan.people, { meetingId, revision, mailHost, now });
    await writeReminders(db, tx, { occurrenceId, minutes: reminders, startsAt, now });
    const factsChanged = changesBetween(state.facts, wanted.facts).length > 0;
    await remindAfterChange(db, tx, { occurrenceId, minutes: reminders, startsAt, factsChanged, mailHost, now });
    return { ok: true, version, mails: plan.people.filter(({ effect }) => effect !== "nothing").length };
  });
}

/** `plan` mails those whom the organiser chose. */
type Ready = Prepared & { ok: true; plan: ChangePlan };

async function prepare(tx: Transaction, request: ChangeRequest): Promise<Ready | ChangeRefusal> {
  const { meetingId, viewer, version, input, changeRoom, tell, now } = request;
  const meeting = await tx.meeting.findFirst({
    where: { id: meetingId, ...visibleTo(viewer) },
    include: { organiser: { select: { id: true, email: true, name: true } }, occurrences: readOccurrence },
  });
  if (!meeting) return { ok: false, reason: "not-found" };
  if (meeting.status === "CANCELLED") return { ok: false, reason: "cancelled" };
  if (onlyOccurrence(meeting).endsAt <= now) return { ok: false, reason: "over" };
  if (meeting.version !== version) return { ok: false, reason: "version", current: meeting.version };
  const moved = input.domainId !== meeting.domainId;
  const domain = await (moved ? openDomainForMore : openDomain)(tx, input.domainId);
  if (!domain) return { ok: false, reason: "domain-not-usable" };
  const removedHolders = await staleLinkHolders(tx, { meetingId, now, removedOnly: true });
  const state = { ...(await loadMeetingState(tx, meetingId, { now }))!, removedHolders };
  const roomName = changeRoom || moved ? newRoomName() : meeting.roomName;
  // On the same domain the link hours stay as they were.
  const { opensBeforeMinutes, closesAfterMinutes } = moved ? domain : meeting;
  const hours = { ...domain, opensBeforeMinutes, closesAfterMinutes };
  const wanted = wantedMeeting(input, { roomName, domain: hours, organiser: meeting.organiser });
  const shown = planChange(state, wanted, "everybody", now);
  const reminders = await reminderMinutes(tx, meetingId);
  return {
    ok: true,
    state,
    reminders,
    wanted,
    shown,
    plan: tell === "everybody" ? shown : planChange(state, wanted, tell, now),
  };
}
