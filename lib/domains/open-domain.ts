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
 * A domain on which tokens can be minted now: one with a credential. An archived one as well, for the meetings that are
 * held there: whoever organises them has to be able to remove somebody, or to send a link again. The row stays locked
 * against archiving, edits and a new credential until the caller's transaction ends. The credential is read by a statement
 * of its own, after the lock: in one statement, a wait for the lock would end with the credential as it was before the wait.
 */
export async function openDomain(tx: Transaction, domainId: string): Promise<(OpenDomain & Domain) | null> {
  const [domain] = await tx.$queryRaw<Domain[]>`
    SELECT "id", "baseUrl", "subject", "audience", "opensBeforeMinutes", "closesAfterMinutes", "archivedAt" FROM "Domain"
    WHERE "id" = ${domainId}::uuid FOR SHARE`;
  if (!domain) return null;
  const credential = await tx.credential.findFirst({ where: { domainId, state: "ACTIVE" }, select: { id: true } });
  return credential && { ...domain, credentialId: credential.id };
}

/** The same for a meeting that is not held there yet, which an archived domain does not take. */
export async function openDomainForMore(tx: Transaction, domainId: string): Promise<OpenDomain | null> {
  const domain = await openDomain(tx, domainId);
  return domain?.archivedAt ? null : domain;
}
