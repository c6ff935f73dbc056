import { sha256 } from "@/lib/ids";
import { compareContents, isSameContent } from "@/lib/meetings/plan/compare-contents";
import type { MeetingInput, WantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import type { MeetingContent } from "@/lib/meetings/plan/meeting-content";
import type { MeetingState } from "@/lib/meetings/plan/meeting-state";
import type { ChangePlan } from "@/lib/meetings/plan/plan-change";
import { personTexts } from "@/lib/participants/person";

export type Prepared = {
  state: MeetingState;
  /** Minutes before the start, as saved. */
  reminders: number[];
  wanted: WantedMeeting;
  /** As if everybody were chosen. */
  shown: ChangePlan;
};

export type Review = {
  /** As if everybody were chosen: the organiser leaves out people after seeing it. */
  plan: ChangePlan;
  fingerprint: string;
  before: MeetingState & MeetingContent;
  after: MeetingContent;
  /** False when the form says what is saved already. */
  edited: boolean;
};

/** Pure: what is shown before saving. A save compares its fingerprint. */
export function reviewOf({ state, reminders, wanted, shown }: Prepared, input: MeetingInput): Review {
  const before = { ...state, reminders };
  const after = { facts: wanted.facts, locale: input.locale, reminders: input.reminders, people: wanted.people };
  return {
    plan: shown,
    fingerprint: fingerprintOf({ state, wanted, shown }, input),
    before,
    after,
    edited: !isSameContent(compareContents(before, after)),
  };
}

/** Identifies what the review shows. Leaves out what differs each time, such as the name of a new room. */
function fingerprintOf(
  { state, wanted, shown }: Pick<Prepared, "state" | "wanted" | "shown">,
  { locale, reminders }: MeetingInput,
): string {
  const { title, description, startsAt, endsAt, timeZone, domainId, roomName } = wanted.facts;
  const room = roomName === state.facts.roomName ? roomName : "new";
  const people = wanted.people.map(personTexts);
  const mails = shown.people.map(({ email, effect, neededBecause, changes }) => [
    email,
    effect,
    neededBecause,
    changes,
  ]);
  const facts = [title, description, startsAt, endsAt, timeZone, domainId, room, locale, [...reminders].sort()];
  return sha256(JSON.stringify([facts, people, mails]));
}
