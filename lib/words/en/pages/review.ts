import { inRow, list, names, number, others } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

const effects = {
  address: "New address",
  invitation: "New invitation",
  update: "Update",
  cancellation: "Cancellation",
  nothing: "No mail",
};
type Effect = keyof typeof effects;

const changes = {
  title: "title",
  description: "description",
  time: "time",
  zone: "time zone",
  domain: "where it is held",
  room: "room",
  role: "role",
  name: "name in the link",
  link: "personal link",
};
type Change = keyof typeof changes;

const mails = (count: number) => plural("en", count, { one: `${number(count)} mail`, other: `${number(count)} mails` });

/** Changing a meeting: its form, the review of what will be sent, and what can get in the way. */
export const review = {
  title: "Change the meeting",
  /** `title, time and personal link`. */
  changes: (different: Change[]) => list(different.map((change) => changes[change])),

  heading: "What will be sent",
  nothingSaved: "Nothing has been saved or sent yet.",
  nothingSent: "Nothing has been sent yet.",
  outdated: "Nothing was saved: a mail arrived or bounced meanwhile",
  outdatedHint: "This is what would be sent now.",
  whatChanges: "What changes",
  whoGetsMail: "Who gets a mail",
  back: "Back to the form",
  saving: "Saving…",

  facts: {
    title: "Title",
    time: "Time",
    domain: "Where",
    room: "Room",
    newRoom: "A new one",
    description: "Description",
    none: "None",
    language: "Language of mails",
    reminders: "Reminders",
    address: "New address",
    added: "Added",
    removed: "Removed",
    role: "Role",
    name: "Name",
    noName: "no name",
    moderator: (name: string) => `${name} (moderator)`,
    fromTo: (who: string, from: string, to: string) => `${who}: ${from} → ${to}`,
    renamed: (from: string, to: string) => `${from} → ${to}`,
    people: (people: string[]) => names(people, 8),
    others,
    otherDomain: "Another domain",
    /** For those who cannot see what is crossed out. */
    before: "before:",
    after: "after:",
  },

  group: (effect: Effect, count: number) => `${effects[effect]} · ${number(count)}`,
  newAddress: "The new address gets an invitation, the old one a cancellation.",
  saysChanges: (different: Change[]) => `Says what changed: ${list(different.map((change) => changes[change]))}.`,
  nothingChanges: "Nothing changes for them.",
  needed: {
    new: "Needs a mail: they have no link yet.",
    removed: "Needs a mail: the entry is still in their calendar.",
    unsent: "Needs a mail: the one waiting for them is outdated.",
    "not-invited": "Needs a mail: none has reached them so far.",
    link: "Needs a mail: their link no longer works.",
    /** By what the link was made for. */
    linkOfOld: {
      time: "Needs a mail: their link was made for the old time.",
      domain: "Needs a mail: their link was made for the old place.",
      room: "Needs a mail: their link was made for the old room.",
      role: "Needs a mail: their link was made for the old role.",
    },
  },
  people: (people: string[]) => names(people),
  newAddressOf: (from: string, to: string) => `${from} → ${to}`,
  asksAgain: (people: string[]) =>
    plural("en", people.length, {
      one: `Asks 1 person to answer again: ${names(people)}.`,
      other: `Asks ${number(people.length)} people to answer again: ${names(people)}.`,
    }),

  choice: {
    legend: "Who gets a mail",
    everybody: "Mail everybody",
    everybodyHint: "Sends each mail listed here.",
    nobody: "Save without mailing anybody",
    nobodyHint: "No mail is sent. Calendars keep showing what they show now.",
    onlyNeeded: "Mail only those who need it",
    onlyNeededHint: (people: string[], sent: Effect[]) =>
      `Mails only ${names(people)} (${inRow(sent.map((effect) => effects[effect].toLowerCase()))}). Other calendars keep showing what they show now.`,
    some: "Choose who gets a mail",
    someHint: "Untick whoever should get none.",
  },
  save: {
    changes: "Save changes",
    andSend: (count: number) => `Save and send ${mails(count)}`,
    send: (count: number) => `Send ${mails(count)}`,
    silently: "Save without mails",
    andSendTicked: "Save and send to those ticked",
    sendTicked: "Send to those ticked",
  },

  room: {
    isNew: "The meeting gets a new room",
    newHint: "Old links do not lead into it. People in the old room stay there until they leave.",
    keep: "Keep the room",
    changeHint: "Change the room to cut them off. Everybody who stays gets a new link.",
  },

  noChanges: "No changes to save.",
  continued:
    "This form now changes the newest version. Parts you had not touched show it; the review lists every difference.",
  conflict: {
    byYou: (at: string) => `You changed this meeting at ${at}, after this form was opened`,
    by: (who: string, at: string) => `${who} changed this meeting at ${at}, after this form was opened`,
    /** Stands for a name in `by`. */
    goneAccount: "Somebody",
    nothingChanged: "Nothing that this form holds is different. Mails may have been sent.",
    hint: "Nothing of yours was saved. Everything you typed is still below.",
    continueHint: "Continue, and parts you had not touched take the newer version. The review lists every difference.",
    continue: "Continue with what I typed",
    startAgain: "Start again from the newer version",
  },
  refused: {
    title: "The meeting was not changed",
    open: "Open the meeting",
    cancelled: "It was cancelled meanwhile. It can no longer be changed.",
    over: "It is over. It can no longer be changed.",
    domain: "This domain cannot be used for the meeting. Choose another one or ask an admin.",
    version: "This form is out of date. Please load the page again.",
  },
  ended: {
    cancelled: "This meeting was cancelled",
    over: "This meeting is over",
    hint: "It can no longer be changed.",
  },
};
