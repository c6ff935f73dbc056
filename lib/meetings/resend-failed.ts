import type { Database } from "@/lib/db";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { type ResendRefusal, writeAgain } from "@/lib/meetings/resend-people";

type Request = { meetingId: string; viewer: MeetingViewer; mailHost: string; now: Date };

/**
 * To everybody whom the newest mail did not reach, removed people as well, in one go: a mail that waits is tried now, one that
 * was given up is written anew. Who cannot be written to does not keep the others from their mail. Null when nothing was
 * refused, else the first reason: a mail that is on its way already needs nothing.
 */
export async function resendFailed(db: Database, { viewer, ...request }: Request): Promise<ResendRefusal | null> {
  return db.prisma.$transaction(async (tx) => {
    const meeting = await tx.meeting.findFirst({
      where: { id: request.meetingId, ...visibleTo(viewer) },
      select: { id: true },
    });
    if (!meeting) return "not-found";
    const results = await writeAgain(db, tx, { ...request, who: "unreached" });
    const refused = results.find((result) => !result.ok && result.reason !== "on-its-way");
    return refused && !refused.ok ? refused.reason : null;
  });
}
