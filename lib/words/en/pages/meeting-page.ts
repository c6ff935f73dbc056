import { number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

/** The page of one meeting. What is wrong with it has words of its own (problems). */
export const meetingPage = {
  edit: "Edit",
  start: "Start meeting",
  startAgain: "Open the room again",
  openNow: "Open the room now?",
  linksOpenOn: (day: string, time: string, zone: string) => `Participants’ links open on ${day}, ${time} (${zone}).`,
  open: "Open the room",
  notYet: "Not yet",
  opening: "Opening the meeting",
  openingContinue: "Continue",
  cancel: {
    label: "Cancel meeting",
    title: "Cancel this meeting?",
    onlyYou: "Removes it from your calendar. This cannot be undone.",
    youAnd: (participants: number) =>
      plural("en", participants, {
        one: `Sends a cancellation to you and ${number(participants)} participant. This cannot be undone.`,
        other: `Sends a cancellation to you and ${number(participants)} participants. This cannot be undone.`,
      }),
    linksWork: (until: string) => `Mailed links cannot be recalled. They open the room until ${until}.`,
    cancelling: "Cancelling…",
    keep: "Keep the meeting",
  },

  /** Said once, after the form that led here. */
  saved: {
    scheduled: "Scheduled.",
    saved: "Saved.",
    nobodyInvited: "Saved, but nobody was invited: no mail server is set up.",
    nobodyMailed: "Saved, but no mail was sent: no mail server is set up.",
    noMail: "Saved. No mail was sent.",
    sendingInvitations: (count: number) =>
      plural("en", count, {
        one: `Sending ${number(count)} invitation…`,
        other: `Sending ${number(count)} invitations…`,
      }),
    sendingMails: (count: number) =>
      plural("en", count, { one: `Sending ${number(count)} mail…`, other: `Sending ${number(count)} mails…` }),
  },

  facts: {
    where: "Where",
    domainAt: (label: string, place: string) => `${label} (${place})`,
    links: "Personal links",
    changeRoom: "Change the room",
    reminders: "Reminders",
    description: "Description",
  },

  people: {
    onlyYou: "Only you",
    youAnd: (participants: number) =>
      plural("en", participants, {
        one: `You and ${number(participants)} participant`,
        other: `You and ${number(participants)} participants`,
      }),
    which: "Which participants",
    tabs: {
      all: "All",
      accepted: "Accepted",
      tentative: "Maybe",
      declined: "Declined",
      unanswered: "No answer yet",
      failed: "Mail failed",
      notSent: "Mail not sent",
      queued: "Mail waiting",
      mailed: "Mail accepted",
      local: "In local mail",
    },
    nobody: "Nobody here any more.",
    previous: "Previous",
    next: "Next",
    moderator: "Moderator",
    organiser: "Organiser",
    mails: "Mails and preview",
    removed: (count: number) => `Removed · ${number(count)}`,
    removedAt: (at: string) => `removed at ${at}`,
    noCancellation: "No cancellation: no invitation had reached them",
  },

  answers: {
    ACCEPTED: "Accepted",
    TENTATIVE: "Maybe",
    DECLINED: "Declined",
    forOtherTime: (range: string, zone: string) => `Answered for ${range} (${zone})`,
    forUnreadableTime: "Answered for another time, which could not be read",
    proposes: "Proposes another time:",
  },
};
