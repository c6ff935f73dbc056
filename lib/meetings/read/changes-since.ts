import type { Database } from "@/lib/db";
import { contentOfRevision, type MeetingContent } from "@/lib/meetings/plan/meeting-content";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";

export type ChangesSince = {
  before: MeetingContent;
  after: MeetingContent;
  version: number;
  /** Who saved last; no name if the account is gone. */
  by: { name: string | null; isSelf: boolean };
  at: Date;
};

/** What was saved after `version`. Null: it is the newest, or there is none. */
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
    by: { name: createdBy?.name ?? null, isSelf: createdBy?.id === viewer?.id },
    at: createdAt,
  };
}
