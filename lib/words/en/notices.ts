import { inFigures } from "@/lib/words/in-figures";
import { plural } from "@/lib/words/plural";

/** How many answered what. */
type Counts = { accepted: number; tentative: number; declined: number; open: number };

/** Sentences of mails to an organiser about one of their meetings. Counts are at least two, but for `answeredYou` and `more`. */
export const notices = {
  /** NONE: they only suggest something else. */
  said: {
    ACCEPTED: (name: string) => `${name} accepted`,
    TENTATIVE: (name: string) => `${name} answered “Maybe”`,
    DECLINED: (name: string) => `${name} declined`,
    NONE: (name: string) => `${name} suggests something else`,
  },
  /** Answered to a time that is not the meeting’s. */
  saidOfOtherTime: {
    ACCEPTED: (name: string) => `${name} accepted, for another time`,
    TENTATIVE: (name: string) => `${name} answered “Maybe”, for another time`,
    DECLINED: (name: string) => `${name} declined, for another time`,
    NONE: (name: string) => `${name} suggests something else, for another time`,
  },
  peopleAnswered: (count: number) => plural("en", count, { other: `${inFigures("en", count)} people answered` }),
  answeredYou: (count: number) =>
    plural("en", count, {
      one: "Somebody has answered your invitation.",
      other: `${inFigures("en", count)} people have answered your invitation.`,
    }),
  answered: "Answered",
  before: "Earlier answer",
  note: "Note",
  proposal: "Suggested instead",
  summary: "Answers so far",
  counts: ({ accepted, tentative, declined, open }: Counts) =>
    `${inFigures("en", accepted)} accepted, ${inFigures("en", tentative)} maybe, ${inFigures("en", declined)} declined, ${inFigures("en", open)} not answered`,
  howOften: "How often you get these mails is up to you: it is set in your account.",

  oneNotInvited: (name: string) => `${name} has not been invited`,
  manyNotInvited: (count: number) =>
    plural("en", count, { other: `${inFigures("en", count)} people have not been invited` }),
  oneNotTold: (name: string) => `A mail to ${name} did not go through`,
  manyNotTold: (count: number) =>
    plural("en", count, { other: `Mails to ${inFigures("en", count)} people did not go through` }),
  notSent: "The mail server did not accept these mails, or they came back.",
  nothingElse:
    "Nothing else is lost: the meeting stands as you planned it, and all other mails go out as usual. On the meeting’s page you can correct an address and send again.",
  failed: "Not sent",
  refused: {
    INVITATION: "Invitation, not sent",
    UPDATE: "Change, not sent",
    CANCELLATION: "Cancellation, not sent",
  },
  bounced: {
    INVITATION: "Invitation, came back",
    UPDATE: "Change, came back",
    CANCELLATION: "Cancellation, came back",
  },
  serverSays: "The mail server says",
  reason: "Reason",
  open: "Open the meeting’s page",
  more: (count: number) => `and ${inFigures("en", count)} more`,
};

export type NoticeWords = typeof notices;
