import type { Time } from "@/lib/time/start-and-end";

/** Another time that a calendar proposes (METHOD:COUNTER, RFC 5546 §3.2.7). */
export type Proposal = Time | "unreadable";

type Columns = { isProposal: boolean; proposedStartsAt: Date | null; proposedEndsAt: Date | null };

export function proposalOf({ isProposal, proposedStartsAt, proposedEndsAt }: Columns): Proposal | null {
  if (!isProposal) return null;
  if (!proposedStartsAt || !proposedEndsAt) return "unreadable";
  return { startsAt: proposedStartsAt, endsAt: proposedEndsAt };
}

export function proposalColumns(proposal: Proposal | null): Columns {
  const time = proposal === "unreadable" ? null : proposal;
  return {
    isProposal: proposal !== null,
    proposedStartsAt: time?.startsAt ?? null,
    proposedEndsAt: time?.endsAt ?? null,
  };
}
