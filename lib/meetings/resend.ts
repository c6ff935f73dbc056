import type { Database, Transaction } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newestCalendarMailArgs } from "@/lib/mail/ledger/newest";
import { waitsForNextTry } from "@/lib/mail/ledger/state";
import { tryNow } from "@/lib/mail/ledger/try-now";
import { loadMeetingState } from "@/lib/meetings/plan/meeting-state";
import { planCancellationResend, planInvitationResends, resendStep } from "@/lib/meetings/plan/plan-resend";
import { undeliveredPeople } from "@/lib/meetings/read/undelivered";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { writePlan } from "@/lib/meetings/write/write-plan";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { onlyOccurrence, readOccurrence } from "@/lib/occurrences/only-occurrence";
import { remindAfterChange } from "@/lib/reminders/after-change";
import { reminderMinutes } from "@/lib/reminders/of-meeting";

export type ResendRefusal = "not-found" | "cancelled" | "over" | "on-its-way" | "just-sent" | "domain-not-usable";
export type ResendResult =
  | { ok: true; as: "new-invitation" | "new-cancellation" | "tried-now" }
  | { ok: false; reason: ResendRefusal };

type ResendRequest = { viewer: MeetingViewer; mailHost: string; now: Date };

/** Sends one person a calendar mail with the current state. */
export async function resendInvitation(
  db: Database,
  { participantId, viewer, ...context }: ResendRequest & { participantId: string },
): Promise<ResendResult> {
  return db.prisma.$transaction(async (tx) => {
    const person = await tx.participant.findFirst({
      where: { id: participantId, meeting: visibleTo(viewer) },
      select: { meetingId: true },
    });
    if (!person) return { ok: false, reason: "not-found" };
    const [result] = await resendTo(db, tx, [participantId], { ...context, meetingId: person.meetingId });
    return result!;
  });
}

/**
 * Resends every undelivered mail, to removed people as well. One refusal does not stop the others.
 * @returns the first refusal, or null. A mail on its way is not a refusal
 */
export async function resendUndelivered(
  db: Database,
  { viewer, ...context }: ResendRequest & { meetingId: string },
): Promise<ResendRefusal | null> {
  return db.prisma.$transaction(async (tx) => {
    const { meetingId } = context;
    const meeting = await tx.meeting.findFirst({
      where: { id: meetingId, ...visibleTo(viewer) },
      select: { id: true },
    });
    if (!meeting) return "not-found";
    const results = await resendTo(db, tx, "undelivered", context);
    const refused = results.find((result) => !result.ok && result.reason !== "on-its-way");
    return refused && !refused.ok ? refused.reason : null;
  });
}

type Recipients = string[] | "undelivered";
type Context = { meetingId: string; mailHost: string; now: Date };

/**
 * Plans and writes the mails as a change does, so calendars see the same rules.
 * A deferred mail is tried now instead, so nobody gets two.
 */
async function resendTo(
  db: Database,
  tx: Transaction,
  recipients: Recipients,
  { meetingId, mailHost, now }: Context,
): Promise<ResendResult[]> {
  // Two clicks at once send one mail.
  await lockMeeting(tx, meetingId, "FOR UPDATE");
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    include: { occurrences: readOccurrence },
  });
  const { id: occurrenceId, startsAt, endsAt } = onlyOccurrence(meeting);
  const people = await loadPeople(tx, meetingId, recipients);
  const steps = people.map((person) => stepOf({ ...meeting, endsAt }, person, now));
  const peopleTo = (step: Step) => people.filter((_, i) => steps[i] === step);

  const waiting = peopleTo("try-now").map(({ newest }) => newest!.id);
  const triedNow = new Set(await tryNow(db, tx, waiting, now));
  const invited = peopleTo("invite").map(({ id }) => id);
  const domain = invited.length > 0 ? await openDomain(tx, meeting.domainId) : null;
  const plan = peopleTo("cancel").map((person) => planCancellationResend(person, person.newest!, now));
  if (domain) {
    const state = (await loadMeetingState(tx, meetingId, { now, only: invited }))!;
    plan.push(...planInvitationResends(state, domain, now));
  }
  const { id: revision } = await tx.meetingRevision.findFirstOrThrow({
    where: { meetingId },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  await writePlan(db, tx, plan, { meetingId, revision, onlySome: true, mailHost, now });
  if (domain) {
    // The newer mail superseded reminders that were still queued.
    const minutes = await reminderMinutes(tx, meetingId);
    await remindAfterChange(db, tx, { occurrenceId, minutes, startsAt, factsChanged: false, mailHost, now });
  }
  return steps.map((step, i) => {
    if (step === "try-now")
      return triedNow.has(people[i]!.newest!.id) ? { ok: true, as: "tried-now" } : { ok: false, reason: "on-its-way" };
    if (step === "cancel") return { ok: true, as: "new-cancellation" };
    if (step !== "invite") return { ok: false, reason: step };
    return domain ? { ok: true, as: "new-invitation" } : { ok: false, reason: "domain-not-usable" };
  });
}

type Recipient = Awaited<ReturnType<typeof loadPeople>>[number];

async function loadPeople(tx: Transaction, meetingId: string, recipients: Recipients) {
  const undelivered = async () => (await undeliveredPeople({ prisma: tx }, meetingId)).map(({ id }) => id);
  const ids = recipients === "undelivered" ? await undelivered() : recipients;
  const people = await tx.participant.findMany({
    where: { meetingId, id: { in: ids } },
    include: {
      deliveries: {
        ...newestCalendarMailArgs,
        include: { revision: { omit: { people: true } } },
      },
    },
  });
  return people.map(({ deliveries: [newest = null], ...person }) => ({ ...person, newest }));
}

type Step = "try-now" | "invite" | "cancel" | ResendRefusal;

/** Repeated clicks must not fill a mailbox. */
const repeatAfterMs = 60_000;

type Meeting = { status: string; endsAt: Date; version: number };

function stepOf(meeting: Meeting, { newest, removedAt }: Recipient, now: Date): Step {
  if (newest?.status === "QUEUED")
    return waitsForNextTry(newest) && newest.nextAttemptAt! > now ? "try-now" : "on-its-way";
  const step = resendStep(meeting, { newest, removed: removedAt !== null }, now);
  return step === "invite" && newest && isJustSent(newest, meeting, now) ? "just-sent" : step;
}

/** A person whose mail is out of date need not wait. */
const isJustSent = (
  { status, settledAt, revision }: NonNullable<Recipient["newest"]>,
  { version }: Meeting,
  now: Date,
) => status === "ACCEPTED" && revision.version === version && settledAt! > new Date(now.getTime() - repeatAfterMs);
