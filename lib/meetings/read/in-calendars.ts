import type { Database } from "@/lib/db";
import { whereState } from "@/lib/mail/ledger/state";
import { noSender } from "@/lib/mail/settings/current";
import { upcomingMeetings } from "@/lib/occurrences/upcoming";

/**
 * Meetings that are not over and of which a mail server has taken a mail: they stand in calendars as coming from `address`, the
 * one that counts, and calendars treat an update from another as a stranger's.
 */
export async function upcomingInCalendars(db: Database, address: string, now: Date): Promise<number> {
  // Nothing ever came from there.
  if (address === noSender.address) return 0;
  const accepted = { some: { ...whereState("accepted"), sentVia: "SMTP" as const } };
  return db.prisma.meeting.count({
    where: {
      ...upcomingMeetings(now),
      participants: { some: { removedAt: null, deliveries: accepted } },
    },
  });
}
