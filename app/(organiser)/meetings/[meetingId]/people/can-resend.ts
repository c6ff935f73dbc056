import { isInState } from "@/lib/mail/ledger/state";
import type { MeetingDetails, ShownDelivery } from "@/lib/meetings/read/find";
import type { PageWords } from "@/lib/words/en/pages";

/** One that is deferred is tried now, and not sent anew. */
export const resendLabel = (
  delivery: Pick<ShownDelivery, "status" | "deferredAt">,
  { again }: PageWords["deliveries"],
): string => (isInState(delivery, "deferred") ? again.tryNow : again.send);

/**
 * Whether a mail has its button, as lib/meetings/resend.ts allows it: not while it is on its way, nothing new once the
 * meeting is over, and of what is cancelled, for all or for somebody removed, only a cancellation that was not accepted.
 */
export function canResend(
  { status, endsAt }: Pick<MeetingDetails, "status" | "endsAt">,
  delivery: Pick<ShownDelivery, "kind" | "status" | "deferredAt"> | null,
  { now, removed = false }: { now: Date; removed?: boolean },
): boolean {
  if (!delivery) return false;
  if (delivery.status === "QUEUED") return isInState(delivery, "deferred");
  if (endsAt <= now) return false;
  return (status === "CONFIRMED" && !removed) || (delivery.kind === "CANCELLATION" && delivery.status !== "ACCEPTED");
}
