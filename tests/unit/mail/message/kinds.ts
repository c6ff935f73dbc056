import type { Locale } from "@/lib/locale";
import { reasons } from "@/lib/mail/ledger/reasons";
import type { Change } from "@/lib/mail/message/change";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import type { AnswersNotice, FailuresNotice } from "@/lib/mail/notices/notice";
import { cancellation, organisersCopy, participant } from "./fixture";

/** An update after which everything is different. */
export const update: MeetingMail = {
  ...participant,
  kind: "UPDATE",
  sequence: 1,
  revisedAt: new Date("2026-11-02T10:00:00Z"),
  messageId: "0193-1@latchkey.example",
  references: "0193-0@latchkey.example",
  changes: ["title", "description", "time", "zone", "domain", "role", "name"],
  previous: {
    title: "Monthly “review”",
    startsAt: new Date("2026-11-23T09:15:00Z"),
    endsAt: new Date("2026-11-23T10:15:00Z"),
    timeZone: "America/New_York",
    host: "old.example.org",
  },
};

/** Sent again, with nothing new to tell. */
export const again: MeetingMail = { ...update, sequence: 0, changes: [] };

export const reminder: MeetingMail = {
  ...participant,
  kind: "REMINDER",
  reminderMinutes: 15,
  sentAt: new Date("2026-11-24T09:00:04Z"),
  messageId: "0193-2@latchkey.example",
  references: "0193-0@latchkey.example",
};

/** To somebody whose invitation said an hour earlier. */
export const movedReminder: MeetingMail = {
  ...reminder,
  changes: ["time"],
  previous: {
    ...update.previous!,
    startsAt: new Date("2026-11-24T08:15:00Z"),
    endsAt: new Date("2026-11-24T09:15:00Z"),
  },
};

const changed = (changes: Change[], more: Partial<MeetingMail> = {}): MeetingMail => ({ ...update, changes, ...more });
const moderator = { ...participant.recipient, role: "MODERATOR" as const };

/** Every kind of mail to somebody invited, and each of its forms. */
export const mails: Record<string, MeetingMail> = {
  "a first invitation": participant,
  "a first invitation to a moderator": { ...participant, recipient: moderator },
  "a first invitation without a page to answer at": { ...participant, answerUrl: null },
  "an invitation with a short link": { ...participant, personalLink: "https://latchkey.example/j/Zm9vYmFyYmF6" },
  "a link that works past midnight": {
    ...participant,
    linkWorks: { ...participant.linkWorks!, until: new Date("2026-11-25T14:15:00Z") },
  },
  "the organiser's copy": organisersCopy,
  "from somebody without a name": { ...participant, organiser: { ...participant.organiser, name: " " } },
  "an update of everything": update,
  "an update that accepted people get": changed(["description"], { partstat: "ACCEPTED" }),
  "an update that undecided people get": changed(["title"], { partstat: "TENTATIVE" }),
  "an update that people who declined get": changed(["room"], { partstat: "DECLINED" }),
  "an update without a description": changed(["description"], { description: "" }),
  "an update that makes a moderator": changed(["role"], { recipient: moderator }),
  "an update of the time": changed(["time"]),
  "an update of the link": changed(["link"]),
  "an update of what is not known": changed(["title", "time", "zone", "domain"], { previous: null }),
  "an update that repeats what is known": again,
  "an update that repeats what is known to a moderator": { ...again, recipient: moderator },
  "the organiser's own once more": {
    ...again,
    recipient: organisersCopy.recipient,
    partstat: "ACCEPTED",
    answerUrl: null,
  },
  "the organiser's update": { ...update, recipient: organisersCopy.recipient, partstat: "ACCEPTED", answerUrl: null },
  "a cancellation": cancellation,
  "the organiser's cancellation": { ...cancellation, recipient: organisersCopy.recipient, partstat: "ACCEPTED" },
  "a removal": { ...cancellation, removed: true },
  "a reminder": reminder,
  "a reminder to somebody who accepted": { ...reminder, partstat: "ACCEPTED" },
  "a reminder to the organiser": {
    ...reminder,
    recipient: organisersCopy.recipient,
    partstat: "ACCEPTED",
    answerUrl: null,
  },
  "a reminder to somebody who was told of another time": movedReminder,
  "a reminder at the start": { ...reminder, reminderMinutes: 0, sentAt: participant.startsAt },
  "a reminder that comes too late": { ...reminder, sentAt: new Date("2026-11-24T09:20:00Z") },
};

export const inLocale = <T extends { locale: Locale }>(mail: T, locale: Locale): T => ({ ...mail, locale });

const notice = {
  locale: "en" as const,
  title: "Quarterly review",
  startsAt: participant.startsAt,
  endsAt: participant.endsAt,
  timeZone: "Europe/Berlin",
  meetingUrl: "https://latchkey.example/meetings/0193",
  sender: participant.sender,
  recipient: { name: "Ann Lee", email: "ann@example.org", timeZone: "Asia/Kathmandu" },
  messageId: "0193-n@latchkey.example",
  references: "0193-org@latchkey.example",
  sentAt: new Date("2026-11-03T10:00:05Z"),
};

const at = new Date("2026-11-03T09:15:00Z");
const bob = { name: "Bob Ray", email: "bob@example.net" };
const carol = { name: "Carol", email: "carol@example.net" };
const friday = { startsAt: new Date("2026-11-27T10:00:00Z"), endsAt: new Date("2026-11-27T11:00:00Z") };
const none = { before: null, toAnotherTime: false, note: "", proposal: null, via: "WEB" as const, at };

const answersOf = (answers: AnswersNotice["answers"]): AnswersNotice => ({
  ...notice,
  answers,
  counts: { accepted: 3, tentative: 1, declined: 0, open: 1200 },
});

export const answersNotices: Record<string, AnswersNotice> = {
  "one acceptance": answersOf([{ ...bob, ...none, answer: "ACCEPTED" }]),
  "one doubt": answersOf([{ ...bob, ...none, answer: "TENTATIVE", note: "Perhaps\nlate" }]),
  "one refusal": answersOf([{ ...bob, ...none, answer: "DECLINED" }]),
  "one proposal": answersOf([{ ...bob, ...none, via: "MAIL", answer: "NONE", proposal: friday }]),
  "one unreadable proposal": answersOf([{ ...bob, ...none, via: "MAIL", answer: "NONE", proposal: "unreadable" }]),
  "one to another time": answersOf([{ ...bob, ...none, toAnotherTime: true, answer: "DECLINED", before: "ACCEPTED" }]),
  "several to another time": answersOf(
    (["ACCEPTED", "TENTATIVE", "NONE"] as const).map((answer) => ({ ...bob, ...none, toAnotherTime: true, answer })),
  ),
  "several answers": answersOf([
    { ...bob, ...none, answer: "ACCEPTED", note: "Gladly" },
    { ...carol, ...none, name: "", answer: "DECLINED", before: "ACCEPTED" },
  ]),
  "many answers": answersOf(
    Array.from({ length: 60 }, (_, i) => ({ name: `P${i}`, email: `p${i}@example.net`, ...none, answer: "ACCEPTED" })),
  ),
};

const failuresOf = (failures: FailuresNotice["failures"]): FailuresNotice => ({ ...notice, failures });
const refusal = {
  kind: "INVITATION" as const,
  bounced: false,
  reason: "mail-server-refused-recipient",
  lastReason: null,
  serverText: "550 No such user <here>",
};
const lost = { reason: "meeting-over-before-next-attempt", lastReason: "no-connection", serverText: null };

export const failuresNotices: Record<string, FailuresNotice> = {
  "one person not invited": failuresOf([{ ...bob, ...refusal }]),
  "two people not invited": failuresOf([
    { ...bob, ...refusal },
    { ...carol, ...refusal, bounced: true, reason: "bounced", serverText: null },
  ]),
  "one person not told": failuresOf([{ ...bob, ...refusal, kind: "UPDATE" }]),
  "two people not told": failuresOf([
    { ...bob, ...refusal, kind: "CANCELLATION", ...lost },
    { ...carol, ...refusal, kind: "UPDATE", bounced: true, reason: "bounced" },
    { ...bob, ...refusal, kind: "CANCELLATION", bounced: true, reason: "bounced" },
  ]),
  "every reason": failuresOf(
    reasons.map((reason) => ({
      ...refusal,
      kind: "UPDATE",
      name: "",
      email: `${reason}@example.net`,
      reason,
      serverText: null,
    })),
  ),
};
