/** How long a link works, in words; `until` names the day only where it is another one. */
type Window = { from: string; until: string; sameDay: boolean; zone: string };

/** Sentences of mails. A mail server accepts a mail; none of these says that one has arrived. */
export const mails = {
  colon: ":",
  quoted: (text: string) => `“${text}”`,
  someone: "The organiser",
  via: (organiser: string, app: string) => `${organiser} via ${app}`,

  subject: {
    invitation: "Invitation",
    own: "Your meeting",
    update: "Changed",
    again: "Sent again",
    cancelled: "Cancelled",
    removed: "No longer invited",
    reminder: "Reminder",
  },

  intro: {
    invited: (organiser: string) => `${organiser} invites you to a meeting.`,
    scheduled: "You scheduled this meeting. You are its moderator.",
    changed: (organiser: string) => `${organiser} changed this meeting.`,
    youChanged: "You changed this meeting.",
    again: (organiser: string) => `${organiser} sends you this invitation once more. Nothing has changed.`,
    yoursAgain: "Here is your meeting once more. Nothing has changed.",
    cancelled: (organiser: string) => `${organiser} cancelled this meeting.`,
    youCancelled: "You cancelled this meeting.",
    removed: "You are no longer invited to this meeting.",
    starts: (soon: string) => `This meeting starts ${soon}.`,
    startsNow: "This meeting starts now.",
    started: "This meeting has started.",
    moderator: "You are one of its moderators.",
  },

  changes: {
    label: "What changed",
    title: (before: string) => `The title was “${before}” before.`,
    time: (before: string, now: string) => `The time moved from ${before} to ${now}.`,
    zone: (before: string, now: string) => `The meeting is now planned in ${now} instead of ${before}.`,
    description: "The description has changed.",
    noDescription: "The description was removed.",
    domain: (before: string, now: string) => `The meeting takes place on ${now} instead of ${before}.`,
    room: "The meeting takes place in another room.",
    moderator: "You are now a moderator.",
    notModerator: "You are no longer a moderator.",
    name: (name: string) => `In the meeting you now appear as “${name}”.`,
    link: "Your personal link is new: the one from earlier mails no longer fits.",
  },

  moved: (before: string) => `The time has changed: your calendar may still show ${before}.`,
  when: "When",
  organiser: "Organiser",
  start: "Start the meeting",
  join: "Join the meeting",
  yourLink: "This link is yours alone and lets you in under your name. Please do not forward it.",
  organisersLink:
    "This link is yours alone and makes you the moderator. Please do not forward it: everyone you invited has a link of their own.",
  linkWorks: ({ from, until, zone }: Window) => `The link opens on ${from} and works until ${until} (${zone}).`,

  answer: {
    question: "Will you take part?",
    again: "Will you take part at the new time?",
    here: "Please answer here.",
    accepted: "You have accepted.",
    tentative: "You have answered “Maybe”.",
    declined: "You have declined.",
    change: "You can change your answer here.",
    accept: "Accept",
    maybe: "Maybe",
    decline: "Decline",
    inCalendar: "You can accept or decline in your calendar.",
    organisers: "The calendar entry in this mail is already marked as accepted.",
  },

  cancelledAdvice: "Your personal link is no longer needed. Your calendar can remove the entry.",
  removedAdvice: "Please do not use your personal link any more. Your calendar can remove the entry.",
};

export type MailWords = typeof mails;
