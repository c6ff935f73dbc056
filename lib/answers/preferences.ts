import type { Database } from "@/lib/db";
import type { Locale } from "@/lib/locale";

/** In which language and zone one participant reads about one meeting, from now on: on the page and in later mails. */
export async function savePreferences(
  db: Database,
  { participantId, locale, timeZone }: { participantId: string; locale?: Locale; timeZone?: string },
): Promise<void> {
  await db.prisma.participant.updateMany({ where: { id: participantId, removedAt: null }, data: { locale, timeZone } });
}
