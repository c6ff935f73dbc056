import { list, names, number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

const doNotKnow = (people: number, what: string) =>
  plural("en", people, {
    one: `${number(people)} person does not know ${what}`,
    other: `${number(people)} people do not know ${what}`,
  });
const entryLacks = (what: string) => `Your own calendar entry does not show ${what}`;

/** What can be different from what somebody was told, as the object of a sentence. */
const news = {
  title: "the new title",
  description: "the new description",
  time: "the new time",
  zone: "the new time zone",
  domain: "the new place",
  room: "the new room",
  role: "the new role",
  name: "the new name",
  link: "the new link",
  several: "the changes",
};
type News = keyof typeof news;

/** Mails of one kind that did not arrive. */
const undeliveredWords = (one: string, many: string) => ({
  failed: (count: number) =>
    plural("en", count, { one: `${number(count)} ${one} failed`, other: `${number(count)} ${many} failed` }),
  notSent: (count: number) =>
    plural("en", count, {
      one: `${number(count)} ${one} was not sent`,
      other: `${number(count)} ${many} were not sent`,
    }),
  retrying: (count: number) =>
    plural("en", count, {
      one: `${number(count)} ${one} is being retried`,
      other: `${number(count)} ${many} are being retried`,
    }),
  failedAndRetrying: (failed: number, retrying: number) =>
    `${plural("en", failed, { one: `${number(failed)} ${one} failed`, other: `${number(failed)} ${many} failed` })}, ${plural("en", retrying, { one: `${number(retrying)} is being retried`, other: `${number(retrying)} are being retried` })}`,
  notSentAndRetrying: (failed: number, retrying: number) =>
    `${plural("en", failed, { one: `${number(failed)} ${one} was not sent`, other: `${number(failed)} ${many} were not sent` })}, ${plural("en", retrying, { one: `${number(retrying)} is being retried`, other: `${number(retrying)} are being retried` })}`,
});

/** What is wrong with a meeting, and the button that mends it. */
export const problems = {
  /** Several of the sentences below under one heading. */
  all: (sentences: string[]) => list(sentences),

  startRefused: {
    title: "The meeting could not be started",
    cancelled: "It was cancelled.",
    over: "It is over. Its links no longer work.",
    "domain-not-usable": "Its domain has no credential to sign a link. Ask an admin to add one.",
    foreign: "The request did not come from this page. Press the button again.",
  },

  invitation: undeliveredWords("invitation", "invitations"),
  update: undeliveredWords("update", "updates"),
  cancellation: undeliveredWords("cancellation", "cancellations"),
  undelivered: {
    failed: (people: string[]) => `Failed: ${names(people)}.`,
    retrying: (people: string[]) => `Being retried: ${names(people)}.`,
    people: (people: string[]) => names(people),
    wereNotSent: (mails: number) =>
      plural("en", mails, {
        one: `${number(mails)} mail is in local mail: no mail server was set up then.`,
        other: `${number(mails)} mails are in local mail: no mail server was set up then.`,
      }),
    canBeSentNow: "Send them now.",
    responsesBelow: "See the mail server’s response beside each name.",
    mendAndResend: "Fix the cause, then send again.",
    tellThemOtherwise: "Let them know another way.",
    notAcceptedYet: (mails: number) =>
      plural("en", mails, {
        one: "The mail server has not accepted the mail yet.",
        other: "The mail server has not accepted the mails yet.",
      }),
    tryingNow: "Trying again now.",
    nextTry: (at: string) => `Next try at ${at}.`,
    nextTries: (first: string) => `Next tries from ${first} on.`,
    sendAll: "Send all again",
    tryAllNow: "Try all now",
    tryAll: "Try all again",
  },

  faultyLinks: {
    credential: (people: string[]) => `${names(people)}: signed with a credential that is no longer in use.`,
    domain: (people: string[]) => `${names(people)}: made for older settings of the domain.`,
    room: (people: string[]) => `${names(people)}: made for another room.`,
    role: (people: string[]) => `${names(people)}: made for another role.`,
    window: (people: string[]) => `${names(people)}: not open during the whole meeting.`,
    send: (links: number) => plural("en", links, { one: "Send a new link", other: `Send ${number(links)} new links` }),
  },

  outdated: {
    others: (people: number, what: News) => doNotKnow(people, news[what]),
    yourself: (what: News) => entryLacks(news[what]),
    line: (people: string[], changes: string) => `${names(people)}: ${changes}.`,
    yourselfToo: "Your own calendar entry is outdated too.",
    review: "Review and send",
    /** Beside one person. */
    person: (changes: string) => `Outdated: ${changes}`,
  },

  staleLinks: {
    title: "Old links still work",
    removed: (people: string[], until: string) => `${names(people)} (removed) can still enter until ${until}.`,
    role: (people: string[], until: string) => `${names(people)} can still enter as moderator until ${until}.`,
    time: (people: string[], from: string, until: string) =>
      plural("en", people.length, {
        one: `${names(people)}: the old link works from ${from} until ${until}.`,
        other: `${names(people)}: the old links work from ${from} until ${until}.`,
      }),
    changeRoom: "Change the room",
  },
};
