import type { MeetingMail } from "@/lib/mail/message/meeting-mail";

const part = (letter: string, length: number) => letter.repeat(length);
export const token = `eyJ${part("h", 40)}.eyJ${part("p", 400)}.${part("s", 43)}`;

export const participant: MeetingMail = {
  locale: "en",
  kind: "INVITATION",
  host: "meet.example.org",
  changes: [],
  previous: null,
  removed: false,
  reminderMinutes: null,
  method: "REQUEST",
  uid: "0193-ann@latchkey.example",
  sequence: 0,
  revisedAt: new Date("2026-11-01T10:00:00Z"),
  createdAt: new Date("2026-10-31T09:00:00Z"),
  title: "Quarterly review",
  description: "Agenda:\n1. numbers; plans, people\n2. questions",
  startsAt: new Date("2026-11-24T09:15:00Z"),
  endsAt: new Date("2026-11-24T10:15:00Z"),
  timeZone: "Europe/Berlin",
  organiser: { name: "Ann Lee", email: "ann@example.org" },
  sender: { name: "Latchkey", address: "invites@latchkey.example" },
  recipient: {
    name: "Bob Ray",
    email: "bob@example.net",
    timeZone: "Asia/Kathmandu",
    role: "ATTENDEE",
    isOrganiser: false,
  },
  partstat: "NEEDS-ACTION",
  answerUrl: `https://latchkey.example/rsvp/${part("a", 64)}`,
  personalLink: `https://meet.example.org/room-7f3a?jwt=${token}`,
  linkWorks: { from: new Date("2026-11-24T09:00:00Z"), until: new Date("2026-11-24T14:15:00Z") },
  messageId: "0193-0@latchkey.example",
  references: null,
  sentAt: new Date("2026-11-01T10:00:05Z"),
};

export const organisersCopy: MeetingMail = {
  ...participant,
  uid: "0193-org@latchkey.example",
  recipient: { name: "Ann Lee", email: "ann@example.org", timeZone: null, role: "MODERATOR", isOrganiser: true },
  partstat: "ACCEPTED",
  answerUrl: null,
};

export const cancellation: MeetingMail = {
  ...participant,
  kind: "CANCELLATION",
  method: "CANCEL",
  sequence: 1,
  revisedAt: new Date("2026-11-02T10:00:00Z"),
  answerUrl: null,
  personalLink: null,
  linkWorks: null,
  messageId: "0193-1@latchkey.example",
  references: "0193-0@latchkey.example",
};

export const portalLink: MeetingMail = { ...participant, personalLink: "https://latchkey.example/j/Zm9vYmFyYmF6" };
