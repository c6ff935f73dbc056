import type { Database, Transaction } from "@/lib/db";
import { openDomainForMore } from "@/lib/domains/open-domain";
import { newId } from "@/lib/ids";
import { newRoomName } from "@/lib/jitsi/room-name";
import { type MeetingPlan, type Organiser, wantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import { planChange } from "@/lib/meetings/plan/plan-change";
import { insertOccurrence } from "@/lib/meetings/write/write-occurrence";
import { writePlan } from "@/lib/meetings/write/write-plan";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { personOf, personSelect } from "@/lib/participants/person";
import { isUniqueViolation } from "@/lib/prisma-error";
import { reminderMinutes } from "@/lib/reminders/minutes";
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
    include: { occurrences: readOccurrence, participants: { where: { isOrganiser: false }, select: personSelect } },
  });
  if (!meeting) return null;
  const others = plan.participants.filter(({ email }) => email !== organiser.email);
  const asked = contents({ ...plan, participants: others });
  const saved = contents({ ...withTime(meeting), reminders: await reminderMinutes(db.prisma, meeting.id) });
  const { id: meetingId } = meeting;
  return asked === saved ? { ok: true, meetingId } : { ok: false, reason: "submitted-before", meetingId };
}

/** All that a form says. */
function contents(what: Omit<MeetingPlan, "locale"> & { locale: string }): string {
  const { title, description, startsAt, endsAt, timeZone, domainId, locale } = what;
  const people = what.participants.map((person) => JSON.stringify(personOf(person)));
  const reminders = [...new Set(what.reminders)];
  return JSON.stringify([
    title,
    description,
    +startsAt,
    +endsAt,
    timeZone,
    domainId,
    locale,
    people.sort(),
    reminders.sort(),
  ]);
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
  const { locale, reminders } = plan;
  const { startsAt: _, endsAt: __, ...untimed } = wanted.facts;
  await tx.meeting.create({
    data: {
      id: meetingId,
      organiserId: organiser.id,
      submissionKey,
      opensBeforeMinutes,
      closesAfterMinutes,
      locale,
      ...untimed,
    },
  });
  const occurrenceId = await insertOccurrence(tx, { meetingId, organiserId: organiser.id }, wanted.facts);
  const { facts } = wanted;
  const revision = { version: 1, status: "CONFIRMED", facts, locale, reminders, createdById: organiser.id } as const;
  await writePlan(db, tx, people, { meetingId, revision, mailHost, now });
  await writeReminders(db, tx, { occurrenceId, minutes: reminders, startsAt: plan.startsAt, now });
  return { ok: true, meetingId };
}
