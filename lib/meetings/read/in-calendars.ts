import type { Database } from "@/lib/db";
import { whereState } from "@/lib/mail/ledger/state";
import { noSender } from "@/lib/mail/settings/current";
import { upcomingMeetings } from "@/lib/occurrences/upcoming";

/** Counts upcoming meetings with a mail that a mail server accepted. None if no sender was set. */
export async function upcomingInCalendars(db: Database, address: string, now: Date): Promise<number> {
  if (address === noSender.address) return 0;
  const accepted = { some: { ...whereState("accepted"), sentVia: "SMTP" as const } };
  return db.prisma.meeting.count({
    where: {
      ...upcomingMeetings(now),
      participants: { some: { removedAt: null, deliveries: accepted } },
    },
  });
}
