import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import type { Invitation } from "@/lib/invitations/invitation";
import { meetingUrl } from "@/lib/jitsi/meeting-url";
import { signRoomToken } from "@/lib/jitsi/room-token";

/** Deliveries with all that their mails say, in a few queries however many they are. */
export async function loadDeliveries(db: Database, ids: string[]) {
  return db.prisma.delivery.findMany({
    where: { id: { in: ids }, status: "QUEUED" },
    include: {
      roomToken: { include: { credential: true } },
      participant: { include: { user: true, meeting: { include: { organiser: true, domain: true } } } },
    },
  });
}

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
    personalLink: roomToken ? await personalLink(delivery, keys) : null,
    linkWorks: roomToken ? { from: roomToken.notBefore, until: roomToken.expiresAt } : null,
    messageId: delivery.messageId,
    references: delivery.references,
    sentAt: delivery.createdAt,
  };
}

async function personalLink({ participant, roomToken }: LoadedDelivery, keys: SigningKeys): Promise<string> {
  const { domain } = participant.meeting;
  const { credential, ...token } = roomToken!;
  const signed = await signRoomToken(
    {
      ...token,
      jti: token.id,
      issuer: credential.issuer,
      audience: domain.audience,
      subject: domain.subject,
      user: {
        id: participant.id,
        name: participant.name || participant.email,
        email: participant.email,
        avatarUrl: participant.user?.pictureUrl ?? null,
      },
    },
    await keys.get(credential),
  );
  return meetingUrl({ baseUrl: domain.baseUrl, room: token.room, token: signed });
}
