import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import type { Invitation } from "@/lib/invitations/invitation";
import { clockSkewMs } from "@/lib/jitsi/room-token";
import { personalLink } from "@/lib/links/personal-link";

/**
 * Deliveries with all that their mails say, in a few queries however many they are. What many of them share, a meeting and
 * a credential, is read once: joined to every row, it took longer than writing the mails.
 */
export async function loadDeliveries(db: Database, ids: string[]) {
  const rows = await db.prisma.delivery.findMany({
    where: { id: { in: ids }, status: "QUEUED" },
    include: { roomToken: true, participant: { include: { user: { select: { pictureUrl: true } } } } },
  });
  const meetings = await db.prisma.meeting.findMany({
    where: { id: { in: distinct(rows.map(({ participant }) => participant.meetingId)) } },
    include: { organiser: { select: { name: true, email: true } }, domain: true },
  });
  const credentials = await db.prisma.credential.findMany({
    where: { id: { in: distinct(rows.flatMap(({ roomToken }) => roomToken?.credentialId ?? [])) } },
  });
  const meetingOf = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const credentialOf = new Map(credentials.map((credential) => [credential.id, credential]));
  return rows.map(({ participant, roomToken, ...delivery }) => ({
    ...delivery,
    participant: { ...participant, meeting: meetingOf.get(participant.meetingId)! },
    roomToken: roomToken && { ...roomToken, credential: credentialOf.get(roomToken.credentialId)! },
  }));
}

const distinct = (ids: string[]): string[] => [...new Set(ids)];

export type LoadedDelivery = Awaited<ReturnType<typeof loadDeliveries>>[number];

/** The room token is signed here and lives in this value only. */
export async function invitationOf(
  delivery: LoadedDelivery,
  keys: SigningKeys,
  sender: Invitation["sender"],
): Promise<Invitation> {
  const { participant, roomToken } = delivery;
  const { meeting } = participant;
  return {
    method: delivery.kind === "CANCELLATION" ? "CANCEL" : "REQUEST",
    uid: participant.calendarUid,
    sequence: delivery.sequence,
    revisedAt: delivery.revisedAt,
    createdAt: meeting.createdAt,
    title: meeting.title,
    description: meeting.description,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone: meeting.timeZone,
    organiser: { name: meeting.organiser.name, email: meeting.organiser.email },
    sender,
    recipient: {
      name: participant.name,
      email: participant.email,
      timeZone: participant.timeZone,
      role: participant.role,
      isOrganiser: participant.isOrganiser,
    },
    personalLink: roomToken ? await personalLink(roomToken, participant, meeting.domain, keys) : null,
    // As the page says it: the minute that the token opens earlier is for clocks, not for people.
    linkWorks: roomToken
      ? { from: new Date(roomToken.notBefore.getTime() + clockSkewMs), until: roomToken.expiresAt }
      : null,
    messageId: delivery.messageId,
    references: delivery.references,
    sentAt: delivery.createdAt,
  };
}
