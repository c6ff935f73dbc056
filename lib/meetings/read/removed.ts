import type { Database } from "@/lib/db";
import { newestCalendarMail } from "@/lib/meetings/read/newest-mail";

/** So many are shown; a meeting from which more were taken is a list that was pasted wrongly. */
const mostShown = 200;

/** People who were taken out of a meeting, the last first, and what became of the mail that said so. */
export async function removedPeople(
  db: Database,
  { meetingId, organiserId }: { meetingId: string; organiserId: string },
) {
  const people = await db.prisma.participant.findMany({
    where: { meetingId, removedAt: { not: null }, meeting: { organiserId } },
    orderBy: [{ removedAt: "desc" }, { position: "asc" }],
    take: mostShown,
    select: { id: true, name: true, email: true, removedAt: true, deliveries: newestCalendarMail },
  });
  return people.map(({ deliveries, ...person }) => ({ ...person, delivery: deliveries[0] ?? null }));
}

export type RemovedPerson = Awaited<ReturnType<typeof removedPeople>>[number];
