import { type LinkDomain, linkDomainOf, linkFor } from "@/lib/links/mailed-link";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import type { MeetingState } from "@/lib/meetings/plan/meeting-state";
import { type PersonPlan, planPerson } from "@/lib/meetings/plan/plan-person";
import { type PersonField, personOf } from "@/lib/participants/person";

/**
 * Pure: what sending again means for a person whose newest mail is not queued, or why nothing is sent.
 * After a removal or a cancellation, only a cancellation is sent again, and only if the mail server did not accept it.
 */
export function resendStep(
  { status, endsAt }: { status: string; endsAt: Date },
  { newest, removed }: { newest: { kind: string; status: string } | null; removed: boolean },
  now: Date,
): "invite" | "cancel" | "over" | "cancelled" | "not-found" {
  if (endsAt <= now) return "over";
  if (status === "CONFIRMED" && !removed) return "invite";
  if (newest?.kind === "CANCELLATION" && newest.status !== "ACCEPTED") return "cancel";
  return removed ? "not-found" : "cancelled";
}

/** Mails the current state: an update if it changed silently since their last mail, else a repeat. */
export function planInvitationResends(state: MeetingState, domain: LinkDomain, now: Date): PersonPlan[] {
  const { facts } = state;
  const meeting = { ...state, ...facts, ...linkDomainOf(domain) };
  return state.people.map((person) =>
    planPerson(person, person, { facts, link: linkFor(person, meeting), chosen: true, repeat: true, now }),
  );
}

type Uncancelled = Pick<PersonPlan, PersonField | "isOrganiser" | "sequence" | "revisedAt"> & {
  id: string;
  removedAt: Date | null;
};
type Cancellation = { references: string | null; revision: MeetingFacts & { id: string } };

/** Repeats a cancellation. Its SEQUENCE is already higher than that of any invitation. */
export function planCancellationResend(
  { id: participantId, isOrganiser, sequence, revisedAt, removedAt, ...person }: Uncancelled,
  { references, revision }: Cancellation,
  now: Date,
): PersonPlan {
  return {
    ...{ ...personOf(person), participantId, isOrganiser, sequence },
    removed: removedAt !== null,
    effect: "cancellation",
    neededBecause: "removed",
    changes: [],
    link: null,
    revisedAt: nextStamp(revisedAt, now),
    before: { revisionId: revision.id, facts: revision, linkId: null, link: null },
    firstMessageId: references,
    resetAnswer: false,
  };
}
