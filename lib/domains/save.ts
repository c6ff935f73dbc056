import { insertCredential, type NewCredential } from "@/lib/credentials/replace";
import type { Database, Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { isUniqueViolation } from "@/lib/prisma-error";

export type DomainFields = {
  label: string;
  baseUrl: string;
  subject: string;
  audience: string;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  isDefault: boolean;
};

/**
 * Adds a domain with its credential. The first one becomes the default.
 * @param id from the form: the same form sent twice adds one domain, and its secret is not shown a second time
 */
export async function addDomain(
  db: Database,
  {
    id = newId(),
    fields,
    credential,
    createdById,
    appSecret,
  }: { id?: string; fields: DomainFields; credential: NewCredential; createdById: string; appSecret: string },
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

/** Changes a domain. Invitations not sent yet follow; those already mailed keep what they say. */
export async function editDomain(
  db: Database,
  { id, fields }: { id: string; fields: DomainFields },
): Promise<{ ok: true } | { ok: false; reason: "not-found" }> {
  return db.prisma.$transaction(async (tx) => {
    await lockDefault(tx);
    if (fields.isDefault && (await tx.domain.count({ where: { id, archivedAt: null } })) === 1) await clearDefault(tx);
    const { isDefault, ...rest } = fields;
    // A default is taken away by making another domain the default, so that there always is one.
    const { count } = await tx.domain.updateMany({
      where: { id, archivedAt: null },
      data: { ...rest, ...(isDefault ? { isDefault } : {}) },
    });
    return count === 1 ? ({ ok: true } as const) : ({ ok: false, reason: "not-found" } as const);
  });
}

const clearDefault = (tx: Transaction) =>
  tx.domain.updateMany({ where: { isDefault: true }, data: { isDefault: false } });

/** Serialises whatever decides which domain is the default one, so that there always is exactly one. Any number nobody else locks. */
export const lockDefault = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(7310002)`;
