import { linkFor } from "@/lib/links/mailed-link";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import { isGivenUp } from "@/lib/mail/ledger/state";
import type { WantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import type { MeetingState, PersonState } from "@/lib/meetings/plan/meeting-state";
import { type PersonPlan, planPerson } from "@/lib/meetings/plan/plan-person";
import { type StaleLink, staleLinksAfter } from "@/lib/meetings/plan/stale-links";

/** Which of the people who need no mail get one. Addresses in lower case. */
export type Tell = "everybody" | "nobody" | { only: string[] };

export type ChangePlan = {
  people: PersonPlan[];
  staleLinks: StaleLink[];
};

/**
 * Pure: what a change does to each person, for the review and for the save.
 * People are matched by address: a new address is one person removed and one invited.
 * @param state null for a meeting that is being scheduled
 */
export function planChange(state: MeetingState | null, wanted: WantedMeeting, tell: Tell, now: Date): ChangePlan {
  const present = new Map(state?.people.map((person) => [person.email, person]));
  const meeting = { ...wanted, ...wanted.facts };
  const stay = wanted.people.map((person) =>
    planPerson(present.get(person.email) ?? null, person, {
      facts: wanted.facts,
      link: linkFor(person, meeting),
      chosen: isChosen(tell, person.email),
      now,
    }),
  );
  const staying = new Set(wanted.people.map(({ email }) => email));
  const gone = (state?.people ?? [])
    .filter(({ email }) => !staying.has(email))
    .map((person) => planRemoval(person, now));
  const people = [...stay, ...gone];
  return { people, staleLinks: staleLinksAfter(state, people, wanted, now) };
}

export function planCancellation(state: MeetingState, now: Date): PersonPlan[] {
  return state.people.map((person) => planRemoval(person, now));
}

function isChosen(tell: Tell, email: string): boolean {
  return tell === "everybody" || (tell !== "nobody" && tell.only.includes(email));
}

/** People whose invitation never arrived get no mail. A queued invitation may still arrive, so it is cancelled. */
export function planRemoval(person: PersonState, now: Date): PersonPlan {
  const { newestRequest, arrived, mayHaveArrived, ...facts } = person;
  const neverInvited = !arrived && !mayHaveArrived && (newestRequest === null || isGivenUp(newestRequest));
  return {
    ...facts,
    removed: true,
    effect: neverInvited ? "nothing" : "cancellation",
    neededBecause: neverInvited ? null : "removed",
    changes: [],
    link: null,
    sequence: person.sequence + (neverInvited ? 0 : 1),
    revisedAt: neverInvited ? person.revisedAt : nextStamp(person.revisedAt, now),
    // The calendar holds what arrived last, not a later mail that failed.
    before: arrived && newestRequest && isGivenUp(newestRequest) ? arrived : newestRequest,
    resetAnswer: false,
  };
}
