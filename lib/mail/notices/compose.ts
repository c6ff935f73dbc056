import { localeOf } from "@/lib/locale";
import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import type { Sender } from "@/lib/mail/message/invitation";
import { composeAnswersNotice } from "@/lib/mail/notices/answers-mail";
import { composeFailuresNotice } from "@/lib/mail/notices/failures-mail";
import type { NoticeContent } from "@/lib/mail/notices/load";

/** Of a delivery, what its notice is made of. */
type NoticeDelivery = {
  notice: "ANSWERS" | "FAILURES" | null;
  told: NoticeContent | null;
  revision: { title: string; startsAt: Date; endsAt: Date; timeZone: string };
  meetingId: string;
  name: string;
  email: string;
  timeZone: string | null;
  locale: string;
  messageId: string;
  references: string | null;
  createdAt: Date;
};

/** The mail of a delivery of kind NOTICE, from its rows alone: the same bytes at every attempt. */
export function composeNotice(
  delivery: NoticeDelivery,
  sender: Sender,
  meetingUrl: (meetingId: string) => string,
): Promise<ComposedMail> {
  const { revision, told, name, email, timeZone, messageId, references } = delivery;
  if (!told) throw new Error("A notice tells something");
  const notice = {
    locale: localeOf(delivery.locale),
    title: revision.title,
    startsAt: revision.startsAt,
    endsAt: revision.endsAt,
    timeZone: revision.timeZone,
    meetingUrl: meetingUrl(delivery.meetingId),
    sender,
    recipient: { name, email, timeZone },
    messageId,
    references,
    sentAt: delivery.createdAt,
  };
  return delivery.notice === "ANSWERS"
    ? composeAnswersNotice({ ...notice, ...told })
    : composeFailuresNotice({ ...notice, ...told });
}
