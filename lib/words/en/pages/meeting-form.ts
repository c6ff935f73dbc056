import { number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

/** The form for a new meeting and for changing one. */
export const meetingForm = {
  /** Names of fields, also where their errors are summed up. */
  fields: {
    title: "Title",
    description: "Description",
    date: "Date",
    startTime: "Start",
    length: "Length",
    endDate: "Last day",
    endTime: "End",
    timeZone: "Time zone",
    domainId: "Where",
    people: "Add people",
    locale: "Language",
    ownReminder: "Another time",
  },
  hints: {
    description: "Included in the invitation.",
    endDate: "Leave empty for the same day.",
    endTime: "In the same time zone.",
    timeZone: "Invitations use this zone. Calendars convert it for each person.",
    people: "Paste addresses, “Ann Lee <ann@example.org>”, or spreadsheet rows.",
    locale: "For people who haven’t picked a language.",
    reminders: "Mailed to you and everyone who hasn’t declined.",
  },
  sections: {
    about: "What it is about",
    whenAndWhere: "When and where",
    participants: "Participants",
    participantsHint:
      "Each person gets a personal link by mail. Nobody needs an account. In the meeting, Jitsi gives each person’s name and address to the others.",
    mails: "Mails",
  },
  lengths: {
    "15": "15 minutes",
    "30": "30 minutes",
    "45": "45 minutes",
    "60": "1 hour",
    "90": "1½ hours",
    "120": "2 hours",
    "180": "3 hours",
    "240": "4 hours",
    end: "Choose an end",
  },
  minutes: (count: string) => `${count} minutes`,
  domainAt: (label: string, place: string) => `${label} (${place})`,
  archivedDomain: (name: string) => `${name}: archived, for this meeting only`,
  domainWithoutCredential: (name: string) => `${name}: cannot be used, it has no credential`,

  people: {
    unread: "Some text could not be read. It is still in the box.",
    unreadList: "What could not be read",
    moreUnread: (count: number) => `and ${number(count)} more`,
    add: "Add to the list",
    none: "No participants yet",
    youAnd: (count: number) =>
      plural("en", count, {
        one: `You and ${number(count)} participant`,
        other: `You and ${number(count)} participants`,
      }),
    name: "Name",
    email: "Email",
    role: "Role",
    nameOf: (row: number) => `Name of participant ${row}`,
    emailOf: (row: number) => `Email of participant ${row}`,
    roleOf: (row: number) => `Role of participant ${row}`,
    roles: { ATTENDEE: "Participant", MODERATOR: "Moderator" },
    youModerator: "You, moderator",
    remove: "Remove",
    removeRow: (row: number) => `Remove participant ${row}`,
    removed: (who: string) => `${who} was removed.`,
    removedEmpty: "An empty row was removed.",
    undo: "Undo",
    knownAddress: (address: string) => `${address} was in the list already.`,
    knownPeople: (count: number) =>
      plural("en", count, {
        one: `${number(count)} person was in the list already.`,
        other: `${number(count)} people were in the list already.`,
      }),
    ownAddress: "Your own address was left out. You are invited anyway.",
  },

  save: {
    schedule: "Schedule and invite",
    review: "Review changes",
    saving: "Saving…",
    checking: "Checking…",
    reviewFirst: "You see all mails before any is sent.",
    everybody: "You and every participant get an invitation.",
    onlyYou: "Only you get an invitation.",
    youAndBox: "You and the people in the box get an invitation.",
    youAnd: (count: number) =>
      plural("en", count, {
        one: `You and ${number(count)} participant get an invitation.`,
        other: `You and ${number(count)} participants get an invitation.`,
      }),
    youAndListedAndBox: (count: number) =>
      plural("en", count, {
        one: `You, ${number(count)} participant and the people in the box get an invitation.`,
        other: `You, ${number(count)} participants and the people in the box get an invitation.`,
      }),
    linksOpen: (minutes: number) =>
      plural("en", minutes, {
        one: `Links open ${number(minutes)} minute before the start.`,
        other: `Links open ${number(minutes)} minutes before the start.`,
      }),
    endBeforeStart: "The end is before the start.",
    endIsStart: "The end is the same as the start.",
    past: "This time is in the past.",
  },
  leave: "Leave this page? What you typed is not saved.",

  errors: {
    unread: "This text could not be read. Correct it or delete it.",
    inRow: (row: number, error: string) => `Participant ${row}: ${error}`,
    damaged: "This form is damaged. Please load the page again.",
    savedBefore: "This form already saved another meeting. Send it again to schedule this one too.",
    openSaved: "Open the saved meeting",
    domainGone: "This domain can no longer be used. Choose another one.",
  },
};
