import type { Database } from "@/lib/db";
import { type ChangeResult, changeMeeting } from "@/lib/meetings/change";
import { linkFaults } from "@/lib/meetings/read/link-fault";
import { savedPlan } from "@/lib/meetings/read/saved-plan";
import type { MeetingViewer } from "@/lib/meetings/read/visible-to";
import { isUpcoming } from "@/lib/occurrences/upcoming";

export type LinkHealth = { meetingId: string; people: number };

/** All meetings to come in which somebody's link no longer fits, the soonest first. */
export async function linkHealth({ prisma }: Database, now: Date): Promise<LinkHealth[]> {
  return prisma.$queryRaw<LinkHealth[]>`
    SELECT m."id" AS "meetingId", count(*)::int AS "people"
    FROM "Meeting" m JOIN "Occurrence" oc ON oc."meetingId" = m."id" CROSS JOIN LATERAL (${linkFaults}) f
    WHERE ${isUpcoming(now)} AND f."fault" IS NOT NULL GROUP BY m."id", oc."id" ORDER BY oc."startsAt", oc."id"`;
}

type Request = { meetingId: string; viewer: NonNullable<MeetingViewer>; mailHost: string; now: Date };

/**
 * New links to exactly those whose own no longer fit: a change of nothing, of which nobody else is told. The meeting
 * keeps its version number's meaning: it rises, and a form that was open before sees a change of nothing.
 */
export async function sendNewLinks(db: Database, request: Request): Promise<ChangeResult> {
  const { meetingId, viewer } = request;
  const saved = await savedPlan(db, { meetingId, viewer });
  if (!saved) return { ok: false, reason: "not-found" };
  const { plan, version } = saved;
  return changeMeeting(db, { ...request, plan, version, changeRoom: false, tell: "nobody", fingerprint: null });
}
