import type { Database } from "@/lib/db";
import type { Locale } from "@/lib/locale";

export async function savePreferences(
  db: Database,
  { participantId, locale, timeZone }: { participantId: string; locale?: Locale; timeZone?: string },
): Promise<void> {
  await db.prisma.participant.updateMany({ where: { id: participantId, removedAt: null }, data: { locale, timeZone } });
}
