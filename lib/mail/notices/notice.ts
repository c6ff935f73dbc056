import type { Locale } from "@/lib/locale";
import type { Sender } from "@/lib/mail/message/invitation";
import type { NoticeContent } from "@/lib/mail/notices/load";

/** What every mail to an organiser about one of their meetings has. As with an invitation, nothing comes from a clock. */
export type Notice = {
  /** Of the organiser. */
  locale: Locale;
  title: string;
  startsAt: Date;
  endsAt: Date;
  /** IANA name, the meeting's. */
  timeZone: string;
  /** The meeting's page in Latchkey. */
  meetingUrl: string;
  sender: Pick<Sender, "name" | "address">;
  /** The organiser; a null zone is the meeting's. */
  recipient: { name: string; email: string; timeZone: string | null };
  /** Without angle brackets. */
  messageId: string;
  /** Message-ID of the organiser's first mail about the meeting, without angle brackets. */
  references: string | null;
  /** The Date header. */
  sentAt: Date;
};

export type AnswersNotice = Notice & {
  /** At least one, each of somebody else, in the order in which they came. */
  answers: NoticeContent["answers"];
  /** Of all participants, without the organiser. */
  counts: NoticeContent["counts"];
};

export type FailuresNotice = Notice & {
  /** At least one. */
  failures: NoticeContent["failures"];
};
