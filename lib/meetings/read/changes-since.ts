import type { Database } from "@/lib/db";
import { contentOfRevision, type MeetingContent } from "@/lib/meetings/plan/meeting-content";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";

export type ChangesSince = {
  /** The meeting as the form knew it, and as it is. */
  before: MeetingContent;
  after: MeetingContent;
  version: number;
  /** Who saved last, and when. */
  by: { name: string; isSelf: boolean };
  at: Date;
};

/**
 * What was saved since a form was filled from `version`.
 * Null when there is no such version, or it is the newest.
 */
export async function changesSince(
  db: Database,
  { meetingId, viewer, version }: { meetingId: string; viewer: MeetingViewer; version: number },
): Promise<ChangesSince | null> {
  const where = { meetingId, meeting: visibleTo(viewer) };
  const base = await db.prisma.meetingRevision.findFirst({ where: { ...where, version } });
  const newest = await db.prisma.meetingRevision.findFirst({
    where,
    orderBy: { version: "desc" },
    include: { createdBy: { select: { id: true, name: true } } },
  });
  if (!base || !newest || newest.version === version) return null;
  const { createdBy, createdAt } = newest;
  return {
    before: contentOfRevision(base),
    after: contentOfRevision(newest),
    version: newest.version,
    by: { name: createdBy?.name ?? "Somebody", isSelf: createdBy?.id === viewer?.id },
    at: createdAt,
  };
}
