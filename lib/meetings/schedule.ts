import type { Database, Transaction } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newId, newSecret } from "@/lib/ids";
import { newRoomName } from "@/lib/jitsi/room-name";
import { tokenWindow } from "@/lib/jitsi/room-token";
import { insertInvited } from "@/lib/meetings/insert-invited";
import { isUniqueViolation } from "@/lib/prisma-error";
import { enqueueDeliveries } from "@/lib/queue";

/** What the organiser decided, checked by lib/meetings/meeting-form.ts. */
export type MeetingPlan = {
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  domainId: string;
  participants: { email: string; name: string; role: "MODERATOR" | "ATTENDEE" }[];
};

export type Organiser = { id: string; email: string; name: string; timeZone: string };

export type ScheduleResult = { ok: true; meetingId: string } | { ok: false; reason: "domain-not-usable" };

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
  const { organiser, submissionKey } = input;
  const saved = await findSubmission(db, organiser.id, submissionKey);
  if (saved) return { ok: true, meetingId: saved.id };
  try {
    return await db.prisma.$transaction((tx) => insertMeeting(db, tx, input));
  } catch (error) {
    const other = isUniqueViolation(error) ? await findSubmission(db, organiser.id, submissionKey) : null;
    if (other) return { ok: true, meetingId: other.id };
    throw error;
  }
}

const findSubmission = (db: Database, organiserId: string, submissionKey: string) =>
  db.prisma.meeting.findUnique({
    where: { organiserId_submissionKey: { organiserId, submissionKey } },
    select: { id: true },
  });

async function insertMeeting(
  db: Database,
  tx: Transaction,
  { plan, organiser, submissionKey, mailHost, now }: Parameters<typeof scheduleMeeting>[1],
): Promise<ScheduleResult> {
  const domain = await openDomain(tx, plan.domainId);
  if (!domain) return { ok: false, reason: "domain-not-usable" };

  const meetingId = newId();
  const roomName = newRoomName();
  const window = tokenWindow({ ...plan, ...domain });
  const invited = withOrganiser(plan.participants, organiser).map((person, position) => ({
    ...person,
    position,
    participantId: newId(),
    roomTokenId: newId(),
    deliveryId: newId(),
    calendarUid: `${newSecret()}@${mailHost}`,
  }));

  const { participants: _, ...meeting } = plan;
  await tx.meeting.create({ data: { id: meetingId, organiserId: organiser.id, roomName, submissionKey, ...meeting } });
  await insertInvited(tx, invited, {
    meetingId,
    roomName,
    credentialId: domain.credentialId,
    mailHost,
    now,
    ...window,
  });
  await enqueueDeliveries(
    db,
    tx,
    invited.map((person) => ({ id: person.deliveryId, dueAt: now })),
  );
  return { ok: true, meetingId };
}

/** The organiser comes first and is moderator, whatever a pasted list says about their address. */
function withOrganiser(participants: MeetingPlan["participants"], organiser: Organiser) {
  const { email, name, timeZone } = organiser;
  return [
    {
      email,
      name,
      role: "MODERATOR" as const,
      isOrganiser: true,
      timeZone: timeZone as string | null,
      userId: organiser.id as string | null,
    },
    ...participants
      .filter((person) => person.email !== email)
      .map((person) => ({ ...person, isOrganiser: false, timeZone: null, userId: null })),
  ];
}
