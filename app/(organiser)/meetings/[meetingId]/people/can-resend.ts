import { isInState } from "@/lib/mail/ledger/state";
import { resendStep } from "@/lib/meetings/plan/plan-resend";
import type { MeetingDetails, ShownDelivery } from "@/lib/meetings/read/find";
import type { PageWords } from "@/lib/words/en/pages";

/** One that is deferred is tried now, and not sent anew. */
export const resendLabel = (
  delivery: Pick<ShownDelivery, "status" | "deferredAt">,
  { again }: PageWords["deliveries"],
): string => (isInState(delivery, "deferred") ? again.tryNow : again.send);

/** Whether the page offers to send a mail again. A mail that is being sent gets no button. */
export function canResend(
  meeting: Pick<MeetingDetails, "status" | "endsAt">,
  delivery: Pick<ShownDelivery, "kind" | "status" | "deferredAt"> | null,
  { now, removed = false }: { now: Date; removed?: boolean },
): boolean {
  if (!delivery) return false;
  if (delivery.status === "QUEUED") return isInState(delivery, "deferred");
  return ["invite", "cancel"].includes(resendStep(meeting, { newest: delivery, removed }, now));
}
