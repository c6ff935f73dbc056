import type { MeetingDetails, ShownDelivery } from "@/lib/meetings/find";

/**
 * Whether a mail has its button, as lib/changes/write-again.ts allows it: not while it is on its way, nothing new once the
 * meeting is over, and of what is cancelled, for all or for somebody removed, only a cancellation that was not accepted.
 */
export function canResend(
  { status, endsAt }: Pick<MeetingDetails, "status" | "endsAt">,
  delivery: Pick<ShownDelivery, "kind" | "status" | "attempts"> | null,
  { now, removed = false }: { now: Date; removed?: boolean },
): boolean {
  if (!delivery) return false;
  if (delivery.status === "QUEUED") return delivery.attempts > 0;
  if (endsAt <= now) return false;
  return (status === "CONFIRMED" && !removed) || (delivery.kind === "CANCELLATION" && delivery.status !== "ACCEPTED");
}
