import type { Transaction } from "@/lib/db";

export type OpenDomain = {
  id: string;
  baseUrl: string;
  subject: string;
  audience: string;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  credentialId: string;
};

type Domain = Omit<OpenDomain, "credentialId"> & { archivedAt: Date | null };

/**
 * Locks a domain, archived or not, against edits and a new credential until the transaction ends.
 * A second statement reads the credential: a single one would read it as it was before waiting for the lock.
 */
export async function openDomain(tx: Transaction, domainId: string): Promise<(OpenDomain & Domain) | null> {
  const [domain] = await tx.$queryRaw<Domain[]>`
    SELECT "id", "baseUrl", "subject", "audience", "opensBeforeMinutes", "closesAfterMinutes", "archivedAt" FROM "Domain"
    WHERE "id" = ${domainId}::uuid FOR SHARE`;
  if (!domain) return null;
  const credential = await tx.credential.findFirst({ where: { domainId, state: "ACTIVE" }, select: { id: true } });
  return credential && { ...domain, credentialId: credential.id };
}

/** For a meeting that is not on this domain yet. Null if archived. */
export async function openDomainForMore(tx: Transaction, domainId: string): Promise<OpenDomain | null> {
  const domain = await openDomain(tx, domainId);
  return domain?.archivedAt ? null : domain;
}
