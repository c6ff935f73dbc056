import { inRow, number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

type Answers = { ACCEPTED: number; TENTATIVE: number; DECLINED: number; NONE?: number; otherTime?: number };

/** The list of meetings, and what its rows share with a meeting's own page. */
export const meetings = {
  title: "Meetings",
  timesIn: (zone: string) => `Times are shown in ${zone}.`,
  schedule: "Schedule a meeting",
  which: "Which meetings",
  upcoming: "Upcoming",
  past: "Past",
  search: "Search",
  searchByTitle: "Search by title",
  earlier: "Earlier",
  later: "Later",
  days: { today: "Today", tomorrow: "Tomorrow", yesterday: "Yesterday" },

  cancelled: "Cancelled",
  running: "Going on now",
  over: "Over",
  faultyLinks: (count: number) =>
    plural("en", count, {
      one: `${number(count)} link no longer works`,
      other: `${number(count)} links no longer work`,
    }),
  outdated: (count: number) =>
    plural("en", count, {
      one: `${number(count)} outdated invitation`,
      other: `${number(count)} outdated invitations`,
    }),

  onlyYou: "only you",
  youAnd: (participants: number) =>
    plural("en", participants, {
      one: `you and ${number(participants)} participant`,
      other: `you and ${number(participants)} participants`,
    }),
  clockElsewhere: (range: string, zone: string) => `${range} in ${zone}`,
  /** `3 accepted, 1 maybe, 4 have not answered`; empty where there is nothing to count. */
  answers: ({ ACCEPTED, TENTATIVE, DECLINED, NONE = 0, otherTime = 0 }: Answers) =>
    inRow(
      [
        [ACCEPTED, `${number(ACCEPTED)} accepted`] as const,
        [TENTATIVE, `${number(TENTATIVE)} maybe`] as const,
        [DECLINED, `${number(DECLINED)} declined`] as const,
        [
          NONE,
          plural("en", NONE, { one: `${number(NONE)} has not answered`, other: `${number(NONE)} have not answered` }),
        ] as const,
        [
          otherTime,
          plural("en", otherTime, {
            one: `${number(otherTime)} answer is for another time`,
            other: `${number(otherTime)} answers are for another time`,
          }),
        ] as const,
      ].flatMap(([count, words]) => (count > 0 ? [words] : [])),
    ),

  links: {
    window: (opens: string, closes: string, zone: string) =>
      `Links open at ${opens} and work until ${closes} (${zone}).`,
    olderWindow: (people: number, opens: string, closes: string, zone: string) =>
      plural("en", people, {
        one: `${number(people)} person has an older link. It opens at ${opens} and works until ${closes} (${zone}).`,
        other: `${number(people)} people have older links. They open at ${opens} and work until ${closes} (${zone}).`,
      }),
    workUntil: (until: string) => `Mailed links cannot be recalled. The last one works until ${until}.`,
    allEnded: "Mailed links no longer open the room.",
  },

  /** Above the list: meetings to which somebody has not been invited. */
  notInvited: {
    people: (count: number) =>
      plural("en", count, { one: `${number(count)} person`, other: `${number(count)} people` }),
    retrying: (count: number) => `${number(count)} being retried`,
    failedAndRetrying: (notInvited: number, retrying: number) =>
      `${number(notInvited)} not invited, ${number(retrying)} being retried`,
    moreMeetings: (count: number) =>
      plural("en", count, { one: `and ${number(count)} more meeting`, other: `and ${number(count)} more meetings` }),
  },

  empty: {
    notFound: {
      upcoming: (text: string) => `No upcoming meeting has “${text}” in its title`,
      past: (text: string) => `No past meeting has “${text}” in its title`,
    },
    searchHint: "Search for any part of a title.",
    showAll: { upcoming: "Show all upcoming meetings", past: "Show all past meetings" },
    noMore: "Nothing more here",
    firstPage: "Go to the first page",
    past: "No past meetings",
    pastHint: "Meetings move here when they are over.",
    upcoming: "No upcoming meetings",
    upcomingHint: "Pick a time and invite people. Each gets a calendar invitation with a personal link.",
  },
  noDomain: {
    title: "No Jitsi domain yet",
    askAdmin: "Meetings take place on a Jitsi domain. Ask an admin to add one.",
    addOne: "Meetings take place on a Jitsi domain. Add yours, then everybody can schedule.",
    add: "Add a domain",
  },
};
