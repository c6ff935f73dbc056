import { planChange } from "@/lib/changes/plan-change";
import { insertRevision } from "@/lib/changes/revision";
import { type MeetingPlan, type Organiser, wantedMeeting } from "@/lib/changes/wanted";
import { writePlan } from "@/lib/changes/write-plan";
import type { Database, Transaction } from "@/lib/db";
import { openDomainForMore } from "@/lib/domains/open-domain";
import { newId } from "@/lib/ids";
import { newRoomName } from "@/lib/jitsi/room-name";
import { isUniqueViolation } from "@/lib/prisma-error";
import { writeReminders } from "@/lib/reminders/write";

export type ScheduleResult =
  | { ok: true; meetingId: string }
  | { ok: false; reason: "domain-not-usable" }
  | { ok: false; reason: "submitted-before"; meetingId: string };

/**
 * Saves a meeting: the rows of everybody invited, what each token will say, and the invitations with their jobs,
 * in one transaction. From then on the worker sees to it that they arrive.
 * The same `submissionKey` twice is one meeting, however close together the two arrive.
 * @param mailHost host of MAIL_FROM, for the right side of Message-IDs and calendar UIDs
 */
export async function scheduleMeeting(
  db: Database,
  input: { plan: MeetingPlan; organiser: Organiser; submissionKey: string; mailHost: string; now: Date },
): Promise<ScheduleResult> {
  const saved = await findSubmission(db, input);
  if (saved) return saved;
  try {
    return await db.prisma.$transaction((tx) => insertMeeting(db, tx, input));
  } catch (error) {
    const other = isUniqueViolation(error) ? await findSubmission(db, input) : null;
    if (other) return other;
    throw error;
  }
}

/** The meeting that this form saved before. With other contents it is not the same submission, and must not pass for it. */
async function findSubmission(
  db: Database,
  { plan, organiser, submissionKey }: Parameters<typeof scheduleMeeting>[1],
): Promise<ScheduleResult | null> {
  const meeting = await db.prisma.meeting.findUnique({
    where: { organiserId_submissionKey: { organiserId: organiser.id, submissionKey } },
    include: { participants: { where: { isOrganiser: false }, select: { email: true } } },
  });
  if (!meeting) return null;
  const contents = (
    what: Pick<MeetingPlan, "title" | "description" | "startsAt" | "endsAt" | "domainId">,
    emails: string[],
  ) => JSON.stringify([what.title, what.description, +what.startsAt, +what.endsAt, what.domainId, emails.sort()]);
  const others = plan.participants.map(({ email }) => email).filter((email) => email !== organiser.email);
  const same =
    contents(
      meeting,
      meeting.participants.map(({ email }) => email),
    ) === contents(plan, others);
  return same ? { ok: true, meetingId: meeting.id } : { ok: false, reason: "submitted-before", meetingId: meeting.id };
}

async function insertMeeting(
  db: Database,
  tx: Transaction,
  { plan, organiser, submissionKey, mailHost, now }: Parameters<typeof scheduleMeeting>[1],
): Promise<ScheduleResult> {
  const domain = await openDomainForMore(tx, plan.domainId);
  if (!domain) return { ok: false, reason: "domain-not-usable" };
  const wanted = wantedMeeting(plan, { roomName: newRoomName(), domain, organiser });
  const { people } = planChange(null, wanted, "everybody", now);

  const meetingId = newId();
  const { opensBeforeMinutes, closesAfterMinutes } = domain;
  const { locale } = plan;
  await tx.meeting.create({
    data: {
      id: meetingId,
      organiserId: organiser.id,
      submissionKey,
      opensBeforeMinutes,
      closesAfterMinutes,
      locale,
      ...wanted.facts,
    },
  });
  const revision = { meetingId, version: 1, status: "CONFIRMED", facts: wanted.facts } as const;
  const revisionId = await insertRevision(tx, revision, { createdById: organiser.id, now });
  await writePlan(db, tx, people, { meetingId, revisionId, mailHost, now });
  await writeReminders(db, tx, { meetingId, minutes: plan.reminders, startsAt: plan.startsAt, now });
  return { ok: true, meetingId };
}
