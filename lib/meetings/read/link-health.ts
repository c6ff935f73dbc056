import type { Database } from "@/lib/db";
import { linkFaults } from "@/lib/meetings/read/link-fault";
import { isUpcoming } from "@/lib/occurrences/upcoming";

export type LinkHealth = { meetingId: string; people: number };

/** Upcoming meetings with links that no longer fit, the soonest first. */
export async function linkHealth({ prisma }: Database, now: Date): Promise<LinkHealth[]> {
  return prisma.$queryRaw<LinkHealth[]>`
    SELECT m."id" AS "meetingId", count(*)::int AS "people"
    FROM "Meeting" m JOIN "Occurrence" oc ON oc."meetingId" = m."id" CROSS JOIN LATERAL (${linkFaults}) f
    WHERE ${isUpcoming(now)} AND f."fault" IS NOT NULL GROUP BY m."id", oc."id" ORDER BY oc."startsAt", oc."id"`;
}
