import type { Database } from "@/lib/db";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { readRevisionPeople } from "@/lib/meetings/plan/revision-people";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import type { Person } from "@/lib/participants/person";

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
 * What was saved since a form was filled from `version`.
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
  const [before] = revisions;
  const after = revisions.at(-1);
  if (before?.version !== version || !after || after === before) return null;
  const [was, is] = [before, after].map(({ people }) => readRevisionPeople(people).filter((one) => !one.isOrganiser));
  const without = (people: Person[], others: Person[]) =>
    people.filter(({ email }) => !others.some((other) => other.email === email));
  const added = without(is!, was!);
  const removed = without(was!, is!);
  const { createdBy, createdAt } = after;
  const by = { name: createdBy?.name ?? "Somebody", isSelf: createdBy?.id === viewer?.id };
  return { before, after, version: after.version, added, removed, by, at: createdAt };
}
