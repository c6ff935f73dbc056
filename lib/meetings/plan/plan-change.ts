import { linkFor } from "@/lib/links/mailed-link";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import type { WantedMeeting } from "@/lib/meetings/plan/desired-meeting";
import type { MeetingState, PersonState } from "@/lib/meetings/plan/meeting-state";
import { type PersonPlan, planPerson } from "@/lib/meetings/plan/plan-person";
import { type StaleLink, staleLinksAfter } from "@/lib/meetings/plan/stale-links";

/** Who is told of a change that they need not be told of. Addresses in lower case. */
export type Tell = "everybody" | "nobody" | { only: string[] };

export type ChangePlan = {
  people: PersonPlan[];
  /** Links that the change makes obsolete and that still open the door. */
  staleLinks: StaleLink[];
};

/**
 * What a change does to each person: pure, so that the review before saving and the save itself cannot disagree.
 * People are the same when their address is: another address is somebody removed and somebody invited.
 * @param state null for a meeting that is being scheduled
 */
export function planChange(state: MeetingState | null, wanted: WantedMeeting, tell: Tell, now: Date): ChangePlan {
  const known = new Map(state?.people.map((person) => [person.email, person]));
  const meeting = { ...wanted, ...wanted.facts };
  const stay = wanted.people.map((person) =>
    planPerson(known.get(person.email) ?? null, person, {
      facts: wanted.facts,
      link: linkFor(person, meeting),
      told: isTold(tell, person.email),
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

/** Everybody's entry is to disappear. */
export function planCancellation(state: MeetingState, now: Date): PersonPlan[] {
  return state.people.map((person) => planRemoval(person, now));
}

function isTold(tell: Tell, email: string): boolean {
  return tell === "everybody" || (tell !== "nobody" && tell.only.includes(email));
}

/** What the newest mail's state says of somebody whom no other mail reached either. */
const neverSent = new Set<NonNullable<PersonState["latest"]>["status"]>(["FAILED", "BOUNCED", "STORED_LOCALLY"]);

/**
 * A person whose entry disappears. Nothing is sent to somebody whom no invitation ever reached: the address refused it,
 * it came back, or it was kept on this machine. An invitation that waits or is on its way right now may still arrive, so
 * its cancellation follows.
 */
export function planRemoval(person: PersonState, now: Date): PersonPlan {
  const { latest, known, mayKnow, ...facts } = person;
  const unreached = !known && !mayKnow && (latest === null || neverSent.has(latest.status));
  return {
    ...facts,
    removed: true,
    effect: unreached ? "nothing" : "cancellation",
    must: unreached ? null : "removed",
    changes: [],
    link: null,
    sequence: person.sequence + (unreached ? 0 : 1),
    revisedAt: unreached ? person.revisedAt : nextStamp(person.revisedAt, now),
    // The calendar knows the entry by what it was told, not by what never came.
    before: known && latest && neverSent.has(latest.status) ? known : latest,
    resetAnswer: false,
  };
}
