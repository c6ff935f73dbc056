import { number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

const keptMails = (count: number) =>
  plural("en", count, {
    one: "One mail is kept on this machine, newest first.",
    other: `${number(count)} mails are kept on this machine, newest first.`,
  });
const keptBefore = (count: number) =>
  plural("en", count, {
    one: "One mail from before a mail server was set is kept on this machine. It was sent to nobody.",
    other: `${number(count)} mails from before a mail server was set are kept on this machine. They were sent to nobody.`,
  });

/** Mails that are kept on this machine, because no mail server is set. */
export const localMail = {
  title: "Local mail",
  kept: (count: number, goesOut: boolean) => (goesOut ? keptBefore(count) : keptMails(count)),
  untilWhen: "A mail is deleted once its link has stopped working.",
  timesOf: (zone: string) => `Times are those of ${zone}.`,
  caption: "Mails kept on this machine",
  columns: { subject: "Subject", to: "To", time: "Time" },
  noSubject: "(no subject)",
  file: (name: string) => `File ${name}`,
  unreadable: "This file is not a readable mail",
  newer: "Newer",
  older: "Older",
  none: {
    title: "No mail yet",
    text: "No mail server is set, so invitations stay on this machine and appear here. You see them as their recipients would, with the calendar entry and what the personal link allows.",
    schedule: "Schedule a meeting",
  },
  goesOut: {
    title: "Mail leaves this machine",
    text: "A mail server is set, so no mail is kept here. A meeting’s page says whether each invitation was accepted.",
  },
  delete: {
    one: "Delete the mail",
    all: "Delete all",
    askAll: (count: number) =>
      plural("en", count, { one: "Delete this mail?", other: `Delete all ${number(count)} mails?` }),
    effectAll: "They are deleted from this machine for good. Meetings, and the links in these mails, stay as they are.",
    label: "Delete",
    pending: "Deleting",
    ask: "Delete this mail?",
    effect: "It is deleted from this machine for good. The meeting, and the link in this mail, stay as they are.",
    keepAll: "Keep",
    keep: "Keep it",
  },

  page: {
    title: "Mail",
    download: "Download .eml",
    unreadable: "It has no sender or no recipient. The download holds it as it is.",
    to: "To",
    from: "From",
    replyTo: "Reply to",
    time: "Time",
    messageId: "Message-ID",
    views: "Views of this mail",
    html: "HTML",
    text: "Text",
    calendar: "Calendar entry",
    token: "Token",
    noHtml: "This mail has no HTML part.",
    noText: "This mail has no text part.",
    asRecipientSees: "The mail as its recipient sees it",
  },
  entry: {
    none: "This mail has no calendar entry.",
    unreadable: "The calendar entry cannot be read",
    unreadableText: "No calendar program would understand it. The download holds it as it is.",
    noMethod: "missing",
    REQUEST: "asks the recipient to come: calendars show Accept and Decline",
    CANCEL: "takes the meeting out of the recipient’s calendar",
    caption: "Properties of the calendar entry",
    property: "Property",
    value: "Value",
  },
  token: {
    none: "This mail carries no personal link, so there is no token in it.",
    letsIn: "Lets in",
    nobody: "nobody by name",
    as: "As",
    moderator: "Moderator",
    participant: "Participant",
    room: "Only to the room",
    from: "From",
    until: "Until",
    notLimited: "not limited",
    signedFor: "Signed for",
    signedForWhat: (appId: string, audience: string, subject: string) =>
      `app ID ${appId}, audience ${audience}, subject ${subject}`,
    claims: "The token’s header and claims",
  },
};
