import { pageLanguage } from "@/app/_words/page-locale";
import { reasonOf } from "@/lib/mail/ledger/reasons";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import type { MeetingProblem } from "@/lib/meetings/read/problems";
import type { Missed, UndeliveredPerson } from "@/lib/meetings/read/undelivered";
import { nameOrEmail } from "@/lib/participants/person";
import type { PageWords } from "@/lib/words/en/pages";
import { wordsIn } from "@/lib/words/words-in";
import { zonedClockAt } from "../../clock";
import { undeliveredTitle } from "../../undelivered";
import { staleLinkGroups, staleLinkLines } from "./stale-link-groups";

type Paragraph = { text: string /** Announced where it changes. */; live?: boolean };

/** What a banner says of a problem. Paragraphs are said one below the other, lines as a list. */
export type ProblemText = {
  title: string;
  paragraphs?: Paragraph[];
  lines?: string[];
  note?: string;
  /** Of the button that mends it; none where nothing can be done, or each person has a button of their own. */
  action?: string;
};

type Situation = { meeting: Pick<MeetingDetails, "endsAt">; timeZone: string; now: Date };

export function problemText(problem: MeetingProblem, words: PageWords, situation: Situation): ProblemText {
  switch (problem.code) {
    case "undelivered":
      return undeliveredText(problem.people, words.problems, situation);
    case "faulty-links":
      return {
        title: words.meetings.faultyLinks(problem.links.length),
        lines: [...groupBy(problem.links, ({ fault }) => fault)].map(([fault, links]) =>
          words.problems.faultyLinks[fault](links.map(nameOrEmail)),
        ),
        action: words.problems.faultyLinks.send(problem.links.length),
      };
    case "outdated":
      return outdatedText(problem.people, words);
    case "stale-links": {
      const groups = staleLinkGroups(problem.links, situation.timeZone);
      const { staleLinks } = words.problems;
      return {
        title: staleLinks.title,
        lines: staleLinkLines(groups, staleLinks),
        action: staleLinks.changeRoom,
      };
    }
  }
}

function groupBy<T, K>(items: T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function undeliveredText(
  people: UndeliveredPerson[],
  words: PageWords["problems"],
  { meeting, timeZone, now }: Situation,
): ProblemText {
  const waiting = people.filter(({ state }) => state === "deferred");
  const failed = people.filter(({ state }) => state !== "deferred");
  const notSent = failed.filter(({ state }) => state === "stored-locally").length;
  const missing = (some: UndeliveredPerson[], what: Missed) => some.filter(({ misses }) => misses === what).length;
  const counts = {
    notInvited: missing(failed, "invitation"),
    notUpdated: missing(failed, "update"),
    notCancelled: missing(failed, "cancellation"),
    notInvitedYet: missing(waiting, "invitation"),
    notUpdatedYet: missing(waiting, "update"),
    notCancelledYet: missing(waiting, "cancellation"),
  };
  // As lib/meetings/resend.ts has it: nothing more is sent then.
  const isOver = meeting.endsAt <= now;
  const say = words.undelivered;
  const refused = isOver ? say.tellThemOtherwise : say.mendAndResend;
  const all = waiting.length === 0 ? say.sendAll : failed.length === 0 ? say.tryAllNow : say.tryAll;
  return {
    title: undeliveredTitle(counts, words, { notSent: notSent > 0 && notSent === failed.length })!.title,
    paragraphs: [
      ...(failed.length > 0 ? [{ text: say[waiting.length > 0 ? "failed" : "people"](failed.map(nameOrEmail)) }] : []),
      ...(notSent > 0 ? [{ text: sentences(say.wereNotSent(notSent), !isOver && say.canBeSentNow) }] : []),
      ...(notSent < failed.length ? [{ text: sentences(say.responsesBelow, refused) }] : []),
      ...(waiting.length > 0
        ? [{ text: say[failed.length > 0 ? "retrying" : "people"](waiting.map(nameOrEmail)) }]
        : []),
      // Announced: pressing the button changes nothing else at once.
      ...(waiting.length > 0 ? [{ text: waitingText(waiting, say, { timeZone, now }), live: true }] : []),
    ],
    action: !isOver && people.length > 1 ? all : undefined,
  };
}

type Waiting = Pick<UndeliveredPerson, "attempts" | "reason" | "nextAttemptAt">;

/** Why mails wait, and when they are tried again: `The mail server has not accepted the mail yet. Next try at 15:40 …`. */
export function waitingText(
  mails: Waiting[],
  words: PageWords["problems"]["undelivered"],
  { timeZone, now }: Pick<Situation, "timeZone" | "now">,
): string {
  // No mail server was asked: the reason names what an admin can do.
  const reason = mails.every(({ attempts }) => attempts === 0) ? reasonOf(mails[0]?.reason ?? null) : null;
  const why = reason ? `${wordsIn(pageLanguage).reasons.why[reason]}.` : words.notAcceptedYet(mails.length);
  const later = mails.flatMap(({ nextAttemptAt }) => (nextAttemptAt && nextAttemptAt > now ? [+nextAttemptAt] : []));
  if (later.length === 0) return sentences(why, words.tryingNow);
  const clock = (at: number) => zonedClockAt(new Date(at), timeZone, now);
  const first = clock(Math.min(...later));
  const atOnce = later.length === mails.length && later.every((at) => clock(at) === first);
  return sentences(why, atOnce ? words.nextTry(first) : words.nextTries(first));
}

/** Whole sentences, one behind the other. */
const sentences = (...said: (string | false)[]): string => said.filter(Boolean).join(" ");

function outdatedText(people: OutdatedPerson[], words: PageWords): ProblemText {
  const { outdated } = words.problems;
  const others = people.filter(({ isOrganiser }) => !isOrganiser);
  const action = outdated.review;
  if (others.length === 0) return { title: outdated.yourself(mainChange(people)), action };
  return {
    title: outdated.others(others.length, mainChange(others)),
    lines: [...groupBy(others, ({ changes }) => changes.join())].map(([, group]) =>
      outdated.line(group.map(nameOrEmail), words.review.changes(group[0]!.changes)),
    ),
    note: others.length < people.length ? outdated.yourselfToo : undefined,
    action,
  };
}

/** What they do not know: another time weighs more than what was changed beside it. */
function mainChange(people: OutdatedPerson[]): OutdatedPerson["changes"][number] | "several" {
  const changes = new Set(people.flatMap((person) => person.changes));
  if (changes.has("time")) return "time";
  const [first, ...more] = changes;
  return first && more.length === 0 ? first : "several";
}
