import type { Database } from "@/lib/db";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";

type Person = { email: string; name: string; role: "MODERATOR" | "ATTENDEE" };

export type ChangesSince = {
  /** The meeting as the form knew it, and as it is. */
  before: MeetingFacts;
  after: MeetingFacts;
  version: number;
  added: Person[];
  removed: Person[];
  /** Who saved last, and when. */
  by: { name: string; isSelf: boolean };
  at: Date;
};

/**
 * What was saved since a form was filled from `version`. People are found by what was written with each version: somebody
 * added has no mail of that version or an older one, somebody removed left after it.
 * Null when there is no such version, or it is the newest.
 */
export async function changesSince(
  db: Database,
  { meetingId, viewer, version }: { meetingId: string; viewer: MeetingViewer; version: number },
): Promise<ChangesSince | null> {
  const revisions = await db.prisma.meetingRevision.findMany({
    where: { meetingId, version: { gte: version }, meeting: visibleTo(viewer) },
    orderBy: { version: "asc" },
    include: { createdBy: { select: { id: true, name: true } } },
  });
  const [before, next] = revisions;
  const after = revisions.at(-1);
  if (before?.version !== version || !after || !next) return null;
  const people = { email: true, name: true, role: true } as const;
  const added = await db.prisma.participant.findMany({
    where: {
      meetingId,
      removedAt: null,
      isOrganiser: false,
      deliveries: { some: {}, none: { revision: { version: { lte: version } } } },
    },
    select: people,
    orderBy: { position: "asc" },
  });
  const removed = await db.prisma.participant.findMany({
    where: { meetingId, removedAt: { gte: next.createdAt } },
    select: people,
    orderBy: { position: "asc" },
  });
  const { createdBy, createdAt } = after;
  const by = { name: createdBy?.name ?? "Somebody", isSelf: createdBy?.id === viewer?.id };
  return { before, after, version: after.version, added, removed, by, at: createdAt };
}
