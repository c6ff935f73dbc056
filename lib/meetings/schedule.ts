import type { Database, Transaction } from "@/lib/db";
import { openDomainForMore } from "@/lib/domains/open-domain";
import { newId } from "@/lib/ids";
import { newRoomName } from "@/lib/jitsi/room-name";
import { compareContents, isSameContent } from "@/lib/meetings/plan/compare-contents";
import { type MeetingInput, type Organiser, wantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import { factsOf } from "@/lib/meetings/plan/meeting-facts";
import { planChange } from "@/lib/meetings/plan/plan-change";
import { insertOccurrence } from "@/lib/meetings/write/write-occurrence";
import { writePlan } from "@/lib/meetings/write/write-plan";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { type Person, personSelect } from "@/lib/participants/person";
import { isUniqueViolation } from "@/lib/prisma-error";
import { reminderMinutes } from "@/lib/reminders/of-meeting";
import { writeReminders } from "@/lib/reminders/write";

export type ScheduleResult =
  | { ok: true; meetingId: string }
  | { ok: false; reason: "domain-not-usable" }
  | { ok: false; reason: "submitted-before"; meetingId: string };

/**
 * Saves a meeting in one transaction: people, links, and invitations with their jobs.
 * Two submissions with the same `submissionKey` make one meeting, even at the same moment.
 * @param mailHost host of the sender's address, for the right side of Message-IDs and calendar UIDs
 */
export async function scheduleMeeting(
  db: Database,
  request: { input: MeetingInput; organiser: Organiser; submissionKey: string; mailHost: string; now: Date },
): Promise<ScheduleResult> {
  const saved = await findSubmission(db, request);
  if (saved) return saved;
  try {
    return await db.prisma.$transaction((tx) => insertMeeting(db, tx, request));
  } catch (error) {
    const other = isUniqueViolation(error) ? await findSubmission(db, request) : null;
    if (other) return other;
    throw error;
  }
}

/** The meeting that this form saved before; refused if its contents are different now. */
async function findSubmission(
  db: Database,
  { input, organiser, submissionKey }: Parameters<typeof scheduleMeeting>[1],
): Promise<ScheduleResult | null> {
  const meeting = await db.prisma.meeting.findUnique({
    where: { organiserId_submissionKey: { organiserId: organiser.id, submissionKey } },
    include: { occurrences: readOccurrence, participants: { where: { isOrganiser: false }, select: personSelect } },
  });
  if (!meeting) return null;
  const { id: meetingId, roomName, locale } = meeting;
  const others = input.participants.filter(({ email }) => email !== organiser.email);
  const changes = compareContents(
    {
      facts: factsOf(withTime(meeting)),
      locale,
      reminders: await reminderMinutes(db.prisma, meetingId),
      people: asGuests(meeting.participants),
    },
    { ...input, facts: factsOf({ ...input, roomName }), people: asGuests(others) },
  );
  return isSameContent(changes) ? { ok: true, meetingId } : { ok: false, reason: "submitted-before", meetingId };
}

const asGuests = (people: Person[]) => people.map((person) => ({ ...person, isOrganiser: false }));

async function insertMeeting(
  db: Database,
  tx: Transaction,
  { input, organiser, submissionKey, mailHost, now }: Parameters<typeof scheduleMeeting>[1],
): Promise<ScheduleResult> {
  const domain = await openDomainForMore(tx, input.domainId);
  if (!domain) return { ok: false, reason: "domain-not-usable" };
  const wanted = wantedMeeting(input, { roomName: newRoomName(), domain, organiser });
  const { people } = planChange(null, wanted, "everybody", now);

  const meetingId = newId();
  const { opensBeforeMinutes, closesAfterMinutes } = domain;
  const { locale, reminders } = input;
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
  await writeReminders(db, tx, { occurrenceId, minutes: reminders, startsAt: input.startsAt, now });
  return { ok: true, meetingId };
}
