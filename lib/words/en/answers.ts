/** Every sentence of the page on which somebody answers. */
export const answers = {
  pageTitle: (meeting: string) => `Your answer: ${meeting}`,
  invites: (organiser: string) => `${organiser} invites you to this meeting.`,
  answeringAs: (name: string, email: string) => `You are answering as ${name ? `${name} (${email})` : email}.`,
  when: "When",
  organiser: "Organiser",
  yourZone: "in your time zone",
  meetingZone: "in the meeting’s time zone",
  deviceZone: "on this device",
  bothZones: "in your time zone, which is the meeting’s",

  /** The time in the person's mail, where the page shows another. */
  outdatedTime: (time: string) => `The time has changed: your invitation still says ${time}.`,
  answeredOther: {
    ACCEPTED: (time: string) => `You accepted ${time}.`,
    TENTATIVE: (time: string) => `You answered “Maybe” to ${time}.`,
    DECLINED: (time: string) => `You declined ${time}.`,
  },
  answerAnew: "Please answer for the time that is planned now.",

  question: "Will you come?",
  change: "Change your answer",
  accept: "Accept",
  tentative: "Maybe",
  decline: "Decline",
  note: "Note (optional)",
  noteHint: (organiser: string, most: number) => `${organiser} reads it. Up to ${most} characters.`,
  send: "Send answer",
  sendAccept: "Send: I accept",
  sendTentative: "Send: maybe",
  sendDecline: "Send: I decline",
  sending: "Sending",

  yourAnswer: "Your answer",
  ACCEPTED: "Accepted",
  TENTATIVE: "Maybe",
  DECLINED: "Declined",
  yourNote: "Your note",
  thanks: "Thank you, your answer is saved.",
  thanksMore: (organiser: string) =>
    `${organiser} can see it. This does not update your own calendar. You can answer again until the meeting is over.`,
  linkIsInMail: "To join, use the link in your invitation.",

  notSent: "Your answer has not been sent yet",
  oneMore: "Tap “Send” to confirm.",
  choose: "Choose one of the answers.",
  noteTooLong: (most: number) => `The note is too long: up to ${most} characters.`,
  moved:
    "The meeting has been moved since you opened this page. Look at when it takes place now, and answer once more.",
  tooMany: "You have changed your answer very often. Please try again in an hour.",

  cancelledTitle: "This meeting has been cancelled",
  cancelled: "There is nothing to answer any more. Your calendar can remove the entry.",
  removedTitle: "You are no longer invited to this meeting",
  removed: "The organiser has taken you off the list. If that surprises you, ask the person who invited you.",
  overTitle: "This meeting is over",
  over: "It can no longer be answered.",
  ownTitle: "This is your own meeting",
  own: "You need not answer it. What the others have answered is shown on the meeting’s page.",
  unknownTitle: "This link does not work",
  unknown:
    "The address may be incomplete. Open the link in your invitation once more, or copy all of it. If that does not help, answer in your calendar or write to the person who invited you.",

  language: "Language",
  timeZone: "Time zone",
  otherZone: "Change time zone",
  preferencesHint: "For this page, and for mails about this meeting from now on.",
  save: "Save",
  saving: "Saving",
};

export type AnswerWords = typeof answers;
