import type { Database } from "@/lib/db";
import { newestShownMail } from "@/lib/meetings/read/shown-mail";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";

const maxShown = 200;

/** People removed from a meeting, the last first, with their newest mail. */
export async function removedPeople(db: Database, { meetingId, viewer }: { meetingId: string; viewer: MeetingViewer }) {
  const people = await db.prisma.participant.findMany({
    where: { meetingId, removedAt: { not: null }, meeting: visibleTo(viewer) },
    orderBy: [{ removedAt: "desc" }, { position: "asc" }],
    take: maxShown,
    select: { id: true, name: true, email: true, removedAt: true, deliveries: newestShownMail },
  });
  return people.map(({ deliveries, ...person }) => ({ ...person, delivery: deliveries[0] ?? null }));
}

export type RemovedPerson = Awaited<ReturnType<typeof removedPeople>>[number];
