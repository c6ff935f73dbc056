import type { Locale } from "@/lib/locale";
import type { Change } from "@/lib/mail/message/change";
import type { Role } from "@/lib/participants/person";

export type Sender = {
  name: string;
  address: string;
  /** Where an answer goes: to the organiser unless it says otherwise. */
  replyTo?: "ORGANISER" | "SENDER" | "NONE";
};

/**
 * Everything one mail to one person says. A delivery fills it from its rows, so that a retry composes the same bytes:
 * nothing here comes from a clock or from chance.
 */
export type Invitation = {
  /** Of the recipient. */
  locale: Locale;
  /** A reminder carries no calendar entry. Notices are written by lib/notices. */
  kind: "INVITATION" | "UPDATE" | "CANCELLATION" | "REMINDER";
  method: "REQUEST" | "CANCEL";
  /** One per participant, unguessable: it authorises the answer by mail. */
  uid: string;
  /** Raised on a change of time, rule or status, and on a cancellation. */
  sequence: number;
  /** DTSTAMP: strictly rising with every revision. */
  revisedAt: Date;
  createdAt: Date;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  /** IANA name, the meeting's. */
  timeZone: string;
  /** Of the domain, as people read it: `meet.example.org`. */
  host: string;
  /**
   * In an update: what is different for this person from what they were told before; nothing where it is only sent again. In
   * a reminder: `time`, where they were told of another one.
   */
  changes: Change[];
  /** What they were told before, where that is known. */
  previous: { title: string; startsAt: Date; endsAt: Date; timeZone: string; host: string } | null;
  /** In a cancellation: only this person is out, and the meeting goes on. */
  removed: boolean;
  /** In a reminder: how long before the start it was planned. */
  reminderMinutes: number | null;
  /** Named in the text, and where answers go. */
  organiser: { name: string; email: string };
  /** `Latchkey`, `invites@…`: From and ORGANIZER, the same address for the life of the meeting. */
  sender: Sender;
  recipient: {
    name: string;
    email: string;
    /** null: unknown, the meeting's is used. */
    timeZone: string | null;
    role: Role;
    isOrganiser: boolean;
  };
  /** What this person has answered to the entry as it stands; the organiser has accepted. */
  partstat: "NEEDS-ACTION" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
  /** Where this person answers on the web, without a query; null where there is nothing to answer. */
  answerUrl: string | null;
  /** null in a cancellation. */
  personalLink: string | null;
  linkWorks: { from: Date; until: Date } | null;
  /** Without angle brackets. */
  messageId: string;
  /** Message-ID of the first mail about this meeting to this person, without angle brackets. */
  references: string | null;
  /** The Date header: a column of the delivery, not the moment of sending. */
  sentAt: Date;
};
