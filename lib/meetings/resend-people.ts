import type { Database, Transaction } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newestMailArgs } from "@/lib/mail/ledger/newest";
import { waitsForNextTry } from "@/lib/mail/ledger/state";
import { tryNow } from "@/lib/mail/ledger/try-now";
import { loadMeetingState } from "@/lib/meetings/plan/meeting-state";
import { planCancellationAgain, planInvitationsAgain } from "@/lib/meetings/plan/plan-resend";
import { undeliveredPeople } from "@/lib/meetings/read/undelivered";
import { writePlan } from "@/lib/meetings/write/write-plan";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { onlyOccurrence, readOccurrence } from "@/lib/occurrences/only-occurrence";
import { remindAfterChange } from "@/lib/reminders/after-change";
import { reminderMinutes } from "@/lib/reminders/minutes";

export type ResendRefusal = "not-found" | "cancelled" | "over" | "on-its-way" | "just-sent" | "domain-not-usable";
export type ResendResult =
  | { ok: true; as: "new-invitation" | "new-cancellation" | "tried-now" }
  | { ok: false; reason: ResendRefusal };

type Again = { meetingId: string; who: string[] | "unreached"; mailHost: string; now: Date };

/**
 * Writes the mails of people who are to be told again: planned as a change is, and written as one, so that what a calendar
 * sees follows the same rules. A mail that waits for its next attempt is tried now instead, so that nobody gets two.
 * @returns what became of each
 */
export async function writeAgain(db: Database, tx: Transaction, again: Again): Promise<ResendResult[]> {
  const { meetingId, who, mailHost, now } = again;
  // As a change of the meeting does: one after the other, so that two clicks at once send once.
  await lockMeeting(tx, meetingId, "FOR UPDATE");
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    include: { occurrences: readOccurrence },
  });
  const { id: occurrenceId, startsAt, endsAt } = onlyOccurrence(meeting);
  const people = await loadPeople(tx, meetingId, who);
  const steps = people.map((person) => stepOf({ ...meeting, endsAt }, person, now));
  const doing = (step: Step) => people.filter((_, i) => steps[i] === step);

  const waiting = doing("try-now").map(({ latest }) => latest!.id);
  const hurried = new Set(await tryNow(db, tx, waiting, now));
  const invited = doing("invite").map(({ id }) => id);
  const domain = invited.length > 0 ? await openDomain(tx, meeting.domainId) : null;
  const plan = doing("cancel").map((person) => planCancellationAgain(person, person.latest!, now));
  if (domain) {
    const state = (await loadMeetingState(tx, meetingId, { now, only: invited }))!;
    plan.push(...planInvitationsAgain(state, domain, now));
  }
  const { id: revision } = await tx.meetingRevision.findFirstOrThrow({
    where: { meetingId },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  await writePlan(db, tx, plan, { meetingId, revision, onlySome: true, mailHost, now });
  if (domain) {
    // A reminder that waits was superseded by the newer mail, and has to reach them all the same.
    const minutes = await reminderMinutes(tx, meetingId);
    await remindAfterChange(db, tx, { occurrenceId, minutes, startsAt, reads: false, mailHost, now });
  }
  return steps.map((step, i) => {
    if (step === "try-now")
      return hurried.has(people[i]!.latest!.id) ? { ok: true, as: "tried-now" } : { ok: false, reason: "on-its-way" };
    if (step === "cancel") return { ok: true, as: "new-cancellation" };
    if (step !== "invite") return { ok: false, reason: step };
    return domain ? { ok: true, as: "new-invitation" } : { ok: false, reason: "domain-not-usable" };
  });
}

type Person = Awaited<ReturnType<typeof loadPeople>>[number];

async function loadPeople(tx: Transaction, meetingId: string, who: Again["who"]) {
  const ids = who === "unreached" ? (await undeliveredPeople({ prisma: tx }, meetingId)).map(({ id }) => id) : who;
  const people = await tx.participant.findMany({
    where: { meetingId, id: { in: ids } },
    include: {
      deliveries: {
        ...newestMailArgs,
        include: { revision: { omit: { people: true } } },
      },
    },
  });
  return people.map(({ deliveries: [latest = null], ...person }) => ({ ...person, latest }));
}

type Step = "try-now" | "invite" | "cancel" | ResendRefusal;

/** Whoever presses the button again and again must not be able to fill somebody's mailbox. */
const sameAgainAfterMs = 60_000;

type Meeting = { status: string; endsAt: Date; version: number };

function stepOf(meeting: Meeting, { latest, removedAt }: Person, now: Date): Step {
  if (latest?.status === "QUEUED")
    return waitsForNextTry(latest) && latest.nextAttemptAt! > now ? "try-now" : "on-its-way";
  if (meeting.endsAt <= now) return "over";
  if (meeting.status === "CONFIRMED" && removedAt === null)
    return latest && isJustSent(latest, meeting, now) ? "just-sent" : "invite";
  // For somebody removed as well: the entry is to disappear, and nothing else is theirs any more.
  if (latest?.kind === "CANCELLATION" && latest.status !== "ACCEPTED") return "cancel";
  return removedAt ? "not-found" : "cancelled";
}

/** Of the meeting as it is now: whoever was told something older is told at once. */
const isJustSent = ({ status, settledAt, revision }: NonNullable<Person["latest"]>, { version }: Meeting, now: Date) =>
  status === "ACCEPTED" && revision.version === version && settledAt! > new Date(now.getTime() - sameAgainAfterMs);
