import type { Database } from "@/lib/db";
import { keptHere } from "@/lib/delivery/outcome";

/**
 * Meetings that are not over and of which a mail server has taken a mail: they stand in calendars as coming from the address
 * of then, and calendars treat an update from another address as a stranger's.
 */
export const upcomingInCalendars = (db: Database, now: Date): Promise<number> =>
  db.prisma.meeting.count({
    where: {
      status: "CONFIRMED",
      endsAt: { gt: now },
      participants: {
        some: { removedAt: null, deliveries: { some: { status: "ACCEPTED", NOT: { response: keptHere } } } },
      },
    },
  });
