import type { Database } from "@/lib/db";
import { lockDefault } from "@/lib/domains/save";
import { upcomingMeetings } from "@/lib/occurrences/upcoming";

export type ArchiveResult =
  | { ok: true }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "in-use"; upcoming: number };

/**
 * An archived domain takes no new meetings. Upcoming ones stay and can be changed, and their links work.
 * @param knowingUpcoming number of upcoming meetings that the page showed the admin; any other is refused
 */
export async function archiveDomain(
  db: Database,
  { id, knowingUpcoming, now }: { id: string; knowingUpcoming: number | null; now: Date },
): Promise<ArchiveResult> {
  return db.prisma.$transaction(async (tx) => {
    await lockDefault(tx);
    const [domain] = await tx.$queryRaw<{ isDefault: boolean }[]>`
      SELECT "isDefault" FROM "Domain" WHERE "id" = ${id}::uuid AND "archivedAt" IS NULL FOR UPDATE`;
    if (!domain) return { ok: false, reason: "not-found" } as const;
    const upcoming = await tx.meeting.count({ where: { domainId: id, ...upcomingMeetings(now) } });
    if (upcoming > 0 && upcoming !== knowingUpcoming) return { ok: false, reason: "in-use", upcoming } as const;
    await tx.domain.update({ where: { id }, data: { archivedAt: now, isDefault: false } });
    if (domain.isDefault) {
      const next = await tx.domain.findFirst({ where: { archivedAt: null }, orderBy: { createdAt: "asc" } });
      if (next) await tx.domain.update({ where: { id: next.id }, data: { isDefault: true } });
    }
    return { ok: true } as const;
  });
}

export async function restoreDomain(db: Database, { id }: { id: string }): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    await lockDefault(tx);
    const isDefault = (await tx.domain.count({ where: { isDefault: true } })) === 0;
    await tx.domain.updateMany({ where: { id, archivedAt: { not: null } }, data: { archivedAt: null, isDefault } });
  });
}
