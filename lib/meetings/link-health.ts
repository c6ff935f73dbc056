import type { Database } from "@/lib/db";
import { type ChangeResult, changeMeeting } from "@/lib/meetings/change";
import { linkFaults } from "@/lib/meetings/read/link-fault";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import type { MeetingViewer } from "@/lib/meetings/read/visible-to";
import { isUpcoming } from "@/lib/occurrences/upcoming";

export type LinkHealth = { meetingId: string; people: number };

/** Upcoming meetings with links that no longer fit, the soonest first. */
export async function linkHealth({ prisma }: Database, now: Date): Promise<LinkHealth[]> {
  return prisma.$queryRaw<LinkHealth[]>`
    SELECT m."id" AS "meetingId", count(*)::int AS "people"
    FROM "Meeting" m JOIN "Occurrence" oc ON oc."meetingId" = m."id" CROSS JOIN LATERAL (${linkFaults}) f
    WHERE ${isUpcoming(now)} AND f."fault" IS NOT NULL GROUP BY m."id", oc."id" ORDER BY oc."startsAt", oc."id"`;
}

type Request = { meetingId: string; viewer: NonNullable<MeetingViewer>; mailHost: string; now: Date };

/** Saves a change without edits: only people whose link no longer fits get a mail. The version still rises. */
export async function sendNewLinks(db: Database, request: Request): Promise<ChangeResult> {
  const { meetingId, viewer } = request;
  const saved = await savedMeeting(db, { meetingId, viewer });
  if (!saved) return { ok: false, reason: "not-found" };
  const { input, version } = saved;
  return changeMeeting(db, { ...request, input, version, changeRoom: false, tell: "nobody", fingerprint: null });
}
