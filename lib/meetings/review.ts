import { sha256 } from "@/lib/ids";
import type { MeetingPlan, WantedMeeting, WantedPerson } from "@/lib/meetings/plan/desired-meeting";
import { changesBetween } from "@/lib/meetings/plan/meeting-facts";
import type { MeetingState } from "@/lib/meetings/plan/meeting-state";
import type { ChangePlan } from "@/lib/meetings/plan/plan-change";
import { personTexts } from "@/lib/participants/person";

export type Prepared = {
  state: MeetingState;
  /** Minutes before the start, as they are. */
  reminders: number[];
  wanted: WantedMeeting;
  /** As if everybody were told. */
  shown: ChangePlan;
};

export type Review = {
  /** As if everybody were told: who can be left out is the organiser's choice. */
  plan: ChangePlan;
  fingerprint: string;
  before: MeetingState & { reminders: number[] };
  after: WantedMeeting;
  /** False when the form says what is saved already. */
  edited: boolean;
};

/** Pure: what is shown before saving, and what a save is held against. */
export function reviewOf({ state, reminders, wanted, shown }: Prepared, plan: MeetingPlan): Review {
  const before = { ...state, reminders };
  return {
    plan: shown,
    fingerprint: fingerprintOf({ state, wanted, shown }, plan),
    before,
    after: wanted,
    edited: isEdited(before, wanted, plan),
  };
}

function isEdited(before: Review["before"], after: WantedMeeting, { locale, reminders }: MeetingPlan): boolean {
  const people = (list: WantedPerson[]) => JSON.stringify(list.map(personTexts).sort());
  return (
    changesBetween(before.facts, after.facts).length > 0 ||
    before.locale !== locale ||
    !sameReminders(before.reminders, reminders) ||
    people(before.people) !== people(after.people)
  );
}

export function sameReminders(before: number[], after: number[]): boolean {
  const sorted = (minutes: number[]) => String([...new Set(minutes)].sort((a, b) => a - b));
  return sorted(before) === sorted(after);
}

/**
 * Of what the review shows: what the meeting is to be, and who gets what, and why. Not of names and moments that differ between
 * two plans of the same: a new room is called by another name each time.
 */
function fingerprintOf(
  { state, wanted, shown }: Pick<Prepared, "state" | "wanted" | "shown">,
  { locale, reminders }: MeetingPlan,
): string {
  const { title, description, startsAt, endsAt, timeZone, domainId, roomName } = wanted.facts;
  const room = roomName === state.facts.roomName ? roomName : "new";
  const people = wanted.people.map(personTexts);
  const told = shown.people.map(({ email, effect, must, changes }) => [email, effect, must, changes]);
  const facts = [title, description, startsAt, endsAt, timeZone, domainId, room, locale, [...reminders].sort()];
  return sha256(JSON.stringify([facts, people, told]));
}
