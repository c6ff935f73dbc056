import type { SigningKeys } from "@/lib/credentials/signing-key";
import { personalLink } from "@/lib/links/personal-link";
import { mailedTokenTimes, type TokenWindow } from "@/lib/links/token-window";
import { localeOf } from "@/lib/locale";
import type { LoadedDelivery } from "@/lib/mail/delivery/load";
import type { MeetingMail, Sender } from "@/lib/mail/message/meeting-mail";

const hostOf = ({ baseUrl }: { baseUrl: string }): string => new URL(baseUrl).host;

const partstats = {
  NONE: "NEEDS-ACTION",
  ACCEPTED: "ACCEPTED",
  TENTATIVE: "TENTATIVE",
  DECLINED: "DECLINED",
} as const;

/** The organiser does not answer their own meeting, and a cancelled one asks nothing. */
const isAsked = ({ kind, isOrganiser }: LoadedDelivery) => !isOrganiser && kind !== "CANCELLATION";

function worksFromUntil(token: TokenWindow): { from: Date; until: Date } {
  const { opensAt: from, closesAt: until } = mailedTokenTimes(token);
  return { from, until };
}

/** The room token is signed here and lives in this value only. */
export async function meetingMailOf(
  delivery: LoadedDelivery,
  keys: Pick<SigningKeys, "get">,
  sender: Sender,
  answerLink: (participantId: string) => string,
): Promise<MeetingMail> {
  const { revision, roomToken } = delivery;
  const { meeting, domain } = revision;
  const owner = { ...delivery, id: delivery.participantId, user: { pictureUrl: delivery.pictureUrl } };
  if (delivery.kind === "NOTICE") throw new Error("A notice is composed in lib/mail/notices");
  return {
    locale: localeOf(delivery.locale),
    kind: delivery.kind,
    host: hostOf(roomToken || domain),
    changes: delivery.changes,
    previous: delivery.previous && { ...delivery.previous, host: hostOf(delivery.previous.domain) },
    // Who was removed is out for good, also when the meeting is cancelled later.
    removed: delivery.kind === "CANCELLATION" && delivery.removedAt !== null,
    reminderMinutes: delivery.reminderMinutes,
    method: delivery.kind === "CANCELLATION" ? "CANCEL" : "REQUEST",
    uid: delivery.calendarUid,
    sequence: delivery.sequence,
    revisedAt: delivery.revisedAt,
    createdAt: meeting.createdAt,
    title: revision.title,
    description: revision.description,
    startsAt: revision.startsAt,
    endsAt: revision.endsAt,
    timeZone: revision.timeZone,
    organiser: { name: meeting.organiser.name, email: meeting.organiser.email },
    sender,
    recipient: {
      name: delivery.name,
      email: delivery.email,
      timeZone: delivery.timeZone,
      // As the link in this mail has it, also when somebody was promoted since. A cancellation has none, and names no role.
      role: roomToken ? (roomToken.moderator ? "MODERATOR" : "ATTENDEE") : delivery.role,
      isOrganiser: delivery.isOrganiser,
    },
    partstat: delivery.isOrganiser ? "ACCEPTED" : partstats[delivery.answer],
    answerUrl: isAsked(delivery) ? answerLink(delivery.participantId) : null,
    personalLink: roomToken ? await personalLink(roomToken, owner, revision.title, keys) : null,
    linkWorks: roomToken ? worksFromUntil(roomToken) : null,
    messageId: delivery.messageId,
    references: delivery.references,
    sentAt: delivery.createdAt,
  };
}
