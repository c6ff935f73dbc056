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

export type Organiser = { id: string; email: string; name: string };

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
  const contents = (what: Omit<MeetingPlan, "participants">, emails: string[]) =>
    JSON.stringify([what.title, what.description, +what.startsAt, +what.endsAt, what.domainId, emails.sort()]);
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
  const domain = await openDomain(tx, plan.domainId);
  if (!domain) return { ok: false, reason: "domain-not-usable" };

  const meetingId = newId();
  const roomName = newRoomName();
  const window = tokenWindow({ ...plan, ...domain });
  const people = withOrganiser(plan.participants, organiser);
  const accounts = await accountsOf(tx, people);
  const invited = people.map((person, position) => ({
    ...person,
    userId: accounts.get(person.email)?.id ?? null,
    timeZone: accounts.get(person.email)?.timeZone ?? null,
    position,
    participantId: newId(),
    roomTokenId: newId(),
    deliveryId: newId(),
    calendarUid: `${newSecret()}@${mailHost}`,
  }));

  const { participants: _, ...meeting } = plan;
  const { opensBeforeMinutes, closesAfterMinutes } = domain;
  await tx.meeting.create({
    data: {
      id: meetingId,
      organiserId: organiser.id,
      roomName,
      submissionKey,
      opensBeforeMinutes,
      closesAfterMinutes,
      ...meeting,
    },
  });
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
    invited.map((person) => ({ id: person.deliveryId, attempts: 0, dueAt: now })),
  );
  return { ok: true, meetingId };
}

/** The organiser comes first and is moderator, whatever a pasted list says about their address. */
function withOrganiser(participants: MeetingPlan["participants"], { email, name }: Organiser) {
  return [
    { email, name, role: "MODERATOR" as const, isOrganiser: true },
    ...participants.filter((person) => person.email !== email).map((person) => ({ ...person, isOrganiser: false })),
  ];
}

/** People with an account have a time zone and a picture. */
async function accountsOf(tx: Transaction, people: { email: string }[]) {
  const accounts = await tx.user.findMany({
    where: { email: { in: people.map((person) => person.email) } },
    select: { id: true, email: true, timeZone: true },
  });
  return new Map(accounts.map((account) => [account.email, account]));
}
