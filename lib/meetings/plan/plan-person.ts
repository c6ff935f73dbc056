import { linkFault } from "@/lib/links/link-state";
import { type MailedLink, sameLink } from "@/lib/links/mailed-link";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import type { Change } from "@/lib/mail/message/change";
import type { WantedPerson } from "@/lib/meetings/plan/desired-meeting";
import { changesBetween, type MeetingFacts, raisesSequence } from "@/lib/meetings/plan/meeting-facts";
import type { PersonState, Told } from "@/lib/meetings/plan/meeting-state";
import { sameTime } from "@/lib/participants/answered-time";
import { personOf } from "@/lib/participants/person";

/** Why somebody is told whatever the organiser chose. */
export type Must =
  /** Without an invitation they would have no link. */
  | "new"
  /** Without a cancellation the entry would stay in their calendar. */
  | "removed"
  /** The link they have would not let them in, or not all the time, or into another room or role. */
  | "link"
  /** Their mail has not left yet, and would say what is no longer so. */
  | "unsent"
  /** No mail has reached them so far. */
  | "not-invited";

export type PersonPlan = WantedPerson & {
  /** Null: new. */
  participantId: string | null;
  removed: boolean;
  effect: "invitation" | "update" | "cancellation" | "nothing";
  must: Must | null;
  /** What is different from what they were told last, told now or not. */
  changes: Change[];
  /** The link in the mail: one they have already, or one to be minted. */
  link: { keep: string } | { mint: MailedLink } | null;
  /** SEQUENCE and DTSTAMP of the entry after it. */
  sequence: number;
  revisedAt: Date;
  /** What they were told before. */
  before: Told | null;
  firstMessageId: string | null;
  /** They are told of another time than the one they have answered to: that is another question. */
  resetAnswer: boolean;
};

type Wish = {
  facts: MeetingFacts;
  link: MailedLink;
  told: boolean;
  /** Also where there is nothing new to tell. */
  repeat?: boolean;
  now: Date;
};

/** One person who is to be in the meeting. */
export function planPerson(person: PersonState | null, wanted: WantedPerson, wish: Wish): PersonPlan {
  if (!person) return planNew(wanted, wish);
  const { facts, link, told, repeat = false, now } = wish;
  const { latest, known } = person;
  const unsent = latest?.status === "QUEUED";
  // Whose mail still waits was told nothing newer than what the mail will say.
  const before = unsent ? latest : known;
  const unreached = before === null;
  const changes = changesFor(before ?? latest, wish);
  const base = {
    ...pick(person),
    ...pickWanted(wanted),
    removed: false,
    before: known,
    firstMessageId: person.firstMessageId,
  };
  const moved = latest !== null && raisesSequence(changesBetween(latest.facts, facts));
  // Nobody who cannot be reached is written to again for a change that is none. But what failed to tell them of another time
  // may have arrived, and has raised SEQUENCE: what their calendar answers would be taken for older than what was asked.
  if (changes.length === 0 && !repeat && !moved)
    return { ...base, effect: "nothing", must: null, changes, link: null, resetAnswer: false };
  const must = unsent ? "unsent" : unreached ? "not-invited" : linkFits(before.link, wish) ? null : "link";
  if (!must && !told) return { ...base, effect: "nothing", must, changes, link: null, resetAnswer: false };
  return {
    ...base,
    effect: known ? "update" : "invitation",
    must,
    changes: known ? changesFor(known, wish) : [],
    link: latest?.linkId && latest.link && sameLink(latest.link, link) ? { keep: latest.linkId } : { mint: link },
    sequence: person.sequence + (moved ? 1 : 0),
    revisedAt: nextStamp(person.revisedAt, now),
    resetAnswer: person.answeredTime !== null && !sameTime(person.answeredTime, facts),
  };
}

function planNew(wanted: WantedPerson, { link, now }: Wish): PersonPlan {
  return {
    ...pickWanted(wanted),
    participantId: null,
    removed: false,
    effect: "invitation",
    must: "new",
    changes: [],
    link: { mint: link },
    sequence: 0,
    revisedAt: nextStamp(null, now),
    before: null,
    firstMessageId: null,
    resetAnswer: false,
  };
}

type Says = { facts: MeetingFacts; link: Pick<MailedLink, "moderator" | "name"> | null };

/** What of the meeting, and of somebody's own role and name, they were told differently. */
export function untoldChanges(told: Says, is: Says): Change[] {
  const changes = changesBetween(told.facts, is.facts);
  if (told.link && told.link.moderator !== is.link?.moderator) changes.push("role");
  if (told.link && told.link.name !== is.link?.name) changes.push("name");
  return changes;
}

/** What this person would notice: also of their link. */
function changesFor(before: Told | null, { facts, link }: Wish): Change[] {
  if (!before) return ["link"];
  const changes = untoldChanges(before, { facts, link });
  const explained = changes.some((change) => change !== "title" && change !== "description");
  if (!explained && !linkFits(before.link, { facts, link })) changes.push("link");
  return changes;
}

const linkFits = (link: MailedLink | null, wish: Pick<Wish, "link" | "facts">): boolean =>
  link !== null && linkFault(link, wish.link, wish.facts) === null;

const pick = ({ participantId, sequence, revisedAt }: PersonState) => ({ participantId, sequence, revisedAt });
const pickWanted = ({ isOrganiser, ...person }: WantedPerson): WantedPerson => ({ ...personOf(person), isOrganiser });
