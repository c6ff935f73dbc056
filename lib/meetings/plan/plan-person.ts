import { linkFault } from "@/lib/links/link-state";
import { type MailedLink, sameLink } from "@/lib/links/mailed-link";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import type { Change } from "@/lib/mail/message/change";
import type { WantedPerson } from "@/lib/meetings/plan/desired-meeting";
import { changesBetween, type MeetingFacts, raisesSequence } from "@/lib/meetings/plan/meeting-facts";
import type { CalendarMail, PersonState } from "@/lib/meetings/plan/meeting-state";
import { personOf } from "@/lib/participants/person";
import { sameTime } from "@/lib/time/start-and-end";

/** Why a person gets a mail even if the organiser did not choose them. */
export type NeededReason =
  | "new"
  | "removed"
  /** Their link no longer fits. */
  | "link"
  /** Their queued mail is out of date. */
  | "unsent"
  /** No mail has arrived so far. */
  | "not-invited";

export type PersonPlan = WantedPerson & {
  participantId: string | null;
  removed: boolean;
  effect: "invitation" | "update" | "cancellation" | "nothing";
  neededBecause: NeededReason | null;
  /** What differs from their last mail, whether they get a new one or not. */
  changes: Change[];
  link: { keep: string } | { mint: MailedLink } | null;
  sequence: number;
  revisedAt: Date;
  /** The mail that this one changes or cancels. */
  before: CalendarMail | null;
  firstMessageId: string | null;
  /** True if the mail names another time than the person answered to. */
  resetAnswer: boolean;
};

type Context = {
  facts: MeetingFacts;
  link: MailedLink;
  chosen: boolean;
  /** Mail them even if nothing changed. */
  repeat?: boolean;
  now: Date;
};

/** Pure: what happens to one person who is to be in the meeting. */
export function planPerson(person: PersonState | null, wanted: WantedPerson, context: Context): PersonPlan {
  if (!person) return planNew(wanted, context);
  const { facts, link, chosen, repeat = false, now } = context;
  const { newestRequest, arrived } = person;
  const unsent = newestRequest?.status === "QUEUED";
  const before = unsent ? newestRequest : arrived;
  const changes = changesFor(before ?? newestRequest, context);
  const base = {
    ...pick(person),
    ...pickWanted(wanted),
    removed: false,
    before: arrived,
    firstMessageId: person.firstMessageId,
  };
  const moved = newestRequest !== null && raisesSequence(changesBetween(newestRequest.facts, facts));
  // A meeting that moved away and back needs a mail. The mail in between may have arrived though it failed. Its SEQUENCE is
  // higher, so answers to it would look too old.
  if (changes.length === 0 && !repeat && !moved)
    return { ...base, effect: "nothing", neededBecause: null, changes, link: null, resetAnswer: false };
  const fits = before !== null && linkFits(before.link, context);
  const neededBecause = unsent ? "unsent" : before === null ? "not-invited" : fits ? null : "link";
  if (!neededBecause && !chosen)
    return { ...base, effect: "nothing", neededBecause, changes, link: null, resetAnswer: false };
  return {
    ...base,
    effect: arrived ? "update" : "invitation",
    neededBecause,
    changes: arrived ? changesFor(arrived, context) : [],
    link:
      newestRequest?.linkId && newestRequest.link && sameLink(newestRequest.link, link)
        ? { keep: newestRequest.linkId }
        : { mint: link },
    sequence: person.sequence + (moved ? 1 : 0),
    revisedAt: nextStamp(person.revisedAt, now),
    resetAnswer: person.answeredTime !== null && !sameTime(person.answeredTime, facts),
  };
}

function planNew(wanted: WantedPerson, { link, now }: Context): PersonPlan {
  return {
    ...pickWanted(wanted),
    participantId: null,
    removed: false,
    effect: "invitation",
    neededBecause: "new",
    changes: [],
    link: { mint: link },
    sequence: 0,
    revisedAt: nextStamp(null, now),
    before: null,
    firstMessageId: null,
    resetAnswer: false,
  };
}

type PersonalContent = { facts: MeetingFacts; link: Pick<MailedLink, "moderator" | "name"> | null };

/** What the mail says differently from the meeting, including the person's own role and name. */
export function unmailedChanges(mailed: PersonalContent, current: PersonalContent): Change[] {
  const changes = changesBetween(mailed.facts, current.facts);
  if (mailed.link && mailed.link.moderator !== current.link?.moderator) changes.push("role");
  if (mailed.link && mailed.link.name !== current.link?.name) changes.push("name");
  return changes;
}

/** "link" only if no other change explains why the link is another one. */
function changesFor(before: CalendarMail | null, { facts, link }: Context): Change[] {
  if (!before) return ["link"];
  const changes = unmailedChanges(before, { facts, link });
  const explained = changes.some((change) => change !== "title" && change !== "description");
  if (!explained && !linkFits(before.link, { facts, link })) changes.push("link");
  return changes;
}

const linkFits = (link: MailedLink | null, context: Pick<Context, "link" | "facts">): boolean =>
  link !== null && linkFault(link, context.link, context.facts) === null;

const pick = ({ participantId, sequence, revisedAt }: PersonState) => ({ participantId, sequence, revisedAt });
const pickWanted = ({ isOrganiser, ...person }: WantedPerson): WantedPerson => ({ ...personOf(person), isOrganiser });
