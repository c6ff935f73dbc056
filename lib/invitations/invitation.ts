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
  /** Named in the text, and where answers go. */
  organiser: { name: string; email: string };
  /** `Latchkey`, `invites@…`: From and ORGANIZER, the same address for the life of the meeting. */
  sender: Sender;
  recipient: {
    name: string;
    email: string;
    /** null: unknown, the meeting's is used. */
    timeZone: string | null;
    role: "MODERATOR" | "ATTENDEE";
    isOrganiser: boolean;
  };
  /** What this person has answered to the entry as it stands. */
  partstat: "NEEDS-ACTION" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
  /** Where this person answers on the web; null where there is nothing to answer. */
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
