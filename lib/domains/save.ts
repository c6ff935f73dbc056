import { insertCredential, type NewCredential } from "@/lib/credentials/replace";
import type { Database, Transaction } from "@/lib/db";
import { linksInUse } from "@/lib/domains/queries";
import { newId } from "@/lib/ids";
import { isUniqueViolation } from "@/lib/prisma-error";

export type DomainSettings = {
  label: string;
  baseUrl: string;
  subject: string;
  audience: string;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  isDefault: boolean;
};

/**
 * The first domain becomes the default.
 * @param id from the form, so that the same form sent twice adds one domain
 */
export async function addDomain(
  db: Database,
  {
    id = newId(),
    fields,
    credential,
    createdById,
    appSecret,
  }: { id?: string; fields: DomainSettings; credential: NewCredential; createdById: string; appSecret: string },
): Promise<{ ok: true; id: string } | { ok: false; reason: "added-already" }> {
  try {
    await db.prisma.$transaction(async (tx) => {
      await lockDefault(tx);
      const isFirst = (await tx.domain.count({ where: { archivedAt: null } })) === 0;
      const isDefault = fields.isDefault || isFirst;
      if (isDefault) await clearDefault(tx);
      await tx.domain.create({ data: { id, ...fields, isDefault } });
      await insertCredential(tx, { domainId: id, createdById, appSecret, ...credential });
    });
    return { ok: true, id };
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: "added-already" };
    throw error;
  }
}

export type EditResult =
  | { ok: true }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "breaks-links"; links: number };

type Edit = { id: string; fields: DomainSettings; knowingLinks: number | null; now: Date };

/**
 * Queued mails follow the change. Another URL, subject or audience breaks mailed links.
 * @param knowingLinks number of such links that the page showed the admin; any other is refused
 */
export async function editDomain(db: Database, { id, fields, knowingLinks, now }: Edit): Promise<EditResult> {
  return db.prisma.$transaction(async (tx): Promise<EditResult> => {
    await lockDefault(tx);
    const [domain] = await tx.$queryRaw<Pick<DomainSettings, "baseUrl" | "subject" | "audience">[]>`
      SELECT "baseUrl", "subject", "audience" FROM "Domain"
      WHERE "id" = ${id}::uuid AND "archivedAt" IS NULL FOR UPDATE`;
    if (!domain) return { ok: false, reason: "not-found" };
    const { baseUrl, subject, audience } = fields;
    if (baseUrl !== domain.baseUrl || subject !== domain.subject || audience !== domain.audience) {
      const links = await linksInUse({ prisma: tx }, { domainId: id, now });
      if (links > 0 && links !== knowingLinks) return { ok: false, reason: "breaks-links", links };
    }
    const { isDefault, ...rest } = fields;
    if (isDefault) await clearDefault(tx);
    // A domain stops being the default only when another becomes it.
    await tx.domain.update({ where: { id }, data: { ...rest, ...(isDefault ? { isDefault } : {}) } });
    return { ok: true };
  });
}

const clearDefault = (tx: Transaction) =>
  tx.domain.updateMany({ where: { isDefault: true }, data: { isDefault: false } });

/** Keeps exactly one domain the default. The number is arbitrary, and no other lock uses it. */
export const lockDefault = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(7310002)`;
