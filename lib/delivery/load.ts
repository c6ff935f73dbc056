import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import type { Invitation } from "@/lib/invitations/invitation";
import { clockSkewMs } from "@/lib/jitsi/room-token";
import { personalLink } from "@/lib/links/personal-link";

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
