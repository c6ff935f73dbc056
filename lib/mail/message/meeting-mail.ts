import type { Locale } from "@/lib/locale";
import type { Change } from "@/lib/mail/message/change";
import type { Role } from "@/lib/participants/person";

export type Sender = {
  name: string;
  address: string;
  /** Where an answer goes: to the organiser unless it says otherwise. */
  replyTo?: "ORGANISER" | "SENDER" | "NONE";
};

/** A mail about a meeting to one person. Filled from rows alone, so that a retry composes the same bytes. */
export type MeetingMail = {
  locale: Locale;
  kind: "INVITATION" | "UPDATE" | "CANCELLATION" | "REMINDER";
  method: "REQUEST" | "CANCEL";
  /** One per participant, unguessable: it authorises the answer by mail. */
  uid: string;
  /** A change of time, time zone or status raises it. */
  sequence: number;
  /** DTSTAMP: strictly rising with every revision. */
  revisedAt: Date;
  createdAt: Date;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  host: string;
  /** What differs from what the person knows; empty when it is sent again. A reminder has `time` or nothing. */
  changes: Change[];
  previous: { title: string; startsAt: Date; endsAt: Date; timeZone: string; host: string } | null;
  /** The meeting goes on without this person. */
  removed: boolean;
  /** Minutes before the start. */
  reminderMinutes: number | null;
  organiser: { name: string; email: string };
  /** `Latchkey`, `invites@…`: From and ORGANIZER, the same address for the life of the meeting. */
  sender: Sender;
  recipient: {
    name: string;
    email: string;
    timeZone: string | null;
    role: Role;
    isOrganiser: boolean;
  };
  partstat: "NEEDS-ACTION" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
  /** Without a query. */
  answerUrl: string | null;
  personalLink: string | null;
  linkWorks: { from: Date; until: Date } | null;
  /** Without angle brackets. */
  messageId: string;
  /** Message-ID of the first mail about this meeting to this person, without angle brackets. */
  references: string | null;
  sentAt: Date;
};
