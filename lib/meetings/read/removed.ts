import type { Database } from "@/lib/db";
import { newestCalendarMail } from "@/lib/meetings/read/newest-mail";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";

/** So many are shown; a meeting from which more were taken is a list that was pasted wrongly. */
const maxShown = 200;

/** People who were taken out of a meeting, the last first, and what became of the mail that said so. */
export async function removedPeople(db: Database, { meetingId, viewer }: { meetingId: string; viewer: MeetingViewer }) {
  const people = await db.prisma.participant.findMany({
    where: { meetingId, removedAt: { not: null }, meeting: visibleTo(viewer) },
    orderBy: [{ removedAt: "desc" }, { position: "asc" }],
    take: maxShown,
    select: { id: true, name: true, email: true, removedAt: true, deliveries: newestCalendarMail },
  });
  return people.map(({ deliveries, ...person }) => ({ ...person, delivery: deliveries[0] ?? null }));
}

export type RemovedPerson = Awaited<ReturnType<typeof removedPeople>>[number];
