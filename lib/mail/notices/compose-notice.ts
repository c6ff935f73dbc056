import { localeOf } from "@/lib/locale";
import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import type { Sender } from "@/lib/mail/message/meeting-mail";
import { composeAnswersNotice } from "@/lib/mail/notices/answers-mail";
import { composeFailuresNotice } from "@/lib/mail/notices/failures-mail";
import type { NoticeContent } from "@/lib/mail/notices/load";

type NoticeDelivery = {
  notice: "ANSWERS" | "FAILURES" | null;
  noticeContent: NoticeContent | null;
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

export function composeNotice(
  delivery: NoticeDelivery,
  sender: Sender,
  meetingUrl: (meetingId: string) => string,
): Promise<ComposedMail> {
  const { revision, noticeContent, name, email, timeZone, messageId, references } = delivery;
  if (!noticeContent) throw new Error("A notice without content");
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
    ? composeAnswersNotice({ ...notice, ...noticeContent })
    : composeFailuresNotice({ ...notice, ...noticeContent });
}
