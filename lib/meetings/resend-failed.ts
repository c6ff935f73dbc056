import type { Database } from "@/lib/db";
import { findMeeting } from "@/lib/meetings/find";
import { removedPeople } from "@/lib/meetings/removed";
import { type ResendResult, resendInvitation } from "@/lib/meetings/resend";
import { unreachedBy } from "@/lib/meetings/unreached";

type Refusal = Extract<ResendResult, { ok: false }>["reason"];

/**
 * To everybody whom the newest mail did not reach, removed people as well. Each is a transaction of its own; the first that
 * cannot be sent ends it, for the reason holds for the others. Null when nothing was refused.
 */
export async function resendFailed(
  db: Database,
  { mailHost, ...wanted }: { meetingId: string; organiserId: string; mailHost: string },
  clock: () => Date,
): Promise<Refusal | null> {
  const meeting = await findMeeting(db, wanted);
  if (!meeting) return "not-found";
  const isOff = meeting.status === "CANCELLED";
  const unreached = [
    ...meeting.participants.filter(({ delivery }) => unreachedBy(delivery, isOff)),
    ...(await removedPeople(db, wanted)).filter(({ delivery }) => unreachedBy(delivery, true)),
  ];
  const { organiserId } = wanted;
  for (const { id: participantId } of unreached) {
    const result = await resendInvitation(db, { participantId, organiserId, mailHost, now: clock() });
    if (!result.ok && result.reason !== "on-its-way") return result.reason;
  }
  return null;
}
