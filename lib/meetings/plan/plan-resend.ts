import { type LinkDomain, linkDomainOf, linkFor } from "@/lib/links/mailed-link";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import type { MeetingState } from "@/lib/meetings/plan/meeting-state";
import { type PersonPlan, planPerson } from "@/lib/meetings/plan/plan-person";
import { type PersonField, personOf } from "@/lib/participants/person";

/**
 * These people are told how the meeting stands, as a change of nothing would tell them: also what was saved without telling
 * them, with a higher SEQUENCE where the time is another one. To whom nothing is new, the same is said once more.
 */
export function planInvitationsAgain(state: MeetingState, domain: LinkDomain, now: Date): PersonPlan[] {
  const { facts } = state;
  const meeting = { ...state, ...facts, ...linkDomainOf(domain) };
  return state.people.map((person) =>
    planPerson(person, person, { facts, link: linkFor(person, meeting), told: true, repeat: true, now }),
  );
}

/** Somebody whose cancellation did not reach them. */
type Uncancelled = Pick<PersonPlan, PersonField | "isOrganiser" | "sequence" | "revisedAt"> & {
  id: string;
  removedAt: Date | null;
};
type Cancellation = { references: string | null; revision: MeetingFacts & { id: string } };

/** The same cancellation again: its SEQUENCE is higher than that of any invitation already. */
export function planCancellationAgain(
  { id: participantId, isOrganiser, sequence, revisedAt, removedAt, ...person }: Uncancelled,
  { references, revision }: Cancellation,
  now: Date,
): PersonPlan {
  return {
    ...{ ...personOf(person), participantId, isOrganiser, sequence },
    removed: removedAt !== null,
    effect: "cancellation",
    must: "removed",
    changes: [],
    link: null,
    revisedAt: nextStamp(revisedAt, now),
    before: { revisionId: revision.id, facts: revision, linkId: null, link: null },
    firstMessageId: references,
    resetAnswer: false,
  };
}
