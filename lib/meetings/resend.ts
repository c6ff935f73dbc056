import type { Database } from "@/lib/db";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { type ResendResult, writeAgain } from "@/lib/meetings/resend-people";

type ResendRequest = { participantId: string; viewer: MeetingViewer; mailHost: string; now: Date };

/** Sends one person's newest calendar mail again, saying what is so now. */
export async function resendInvitation(
  db: Database,
  { participantId, viewer, ...context }: ResendRequest,
): Promise<ResendResult> {
  return db.prisma.$transaction(async (tx) => {
    const person = await tx.participant.findFirst({
      where: { id: participantId, meeting: visibleTo(viewer) },
      select: { meetingId: true },
    });
    if (!person) return { ok: false, reason: "not-found" };
    const [result] = await writeAgain(db, tx, { ...context, meetingId: person.meetingId, who: [participantId] });
    return result!;
  });
}
