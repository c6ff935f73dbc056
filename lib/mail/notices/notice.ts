import type { Locale } from "@/lib/locale";
import type { Sender } from "@/lib/mail/message/meeting-mail";
import type { NoticeContent } from "@/lib/mail/notices/load";

/** Filled from rows alone, like MeetingMail. */
export type Notice = {
  locale: Locale;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  meetingUrl: string;
  sender: Pick<Sender, "name" | "address">;
  recipient: { name: string; email: string; timeZone: string | null };
  /** Without angle brackets. */
  messageId: string;
  /** Message-ID of the organiser's first mail about the meeting, without angle brackets. */
  references: string | null;
  sentAt: Date;
};

export type AnswersNotice = Notice & {
  /** At least one. One for each person, oldest first. */
  answers: NoticeContent["answers"];
  counts: NoticeContent["counts"];
};

export type FailuresNotice = Notice & {
  failures: NoticeContent["failures"];
};
