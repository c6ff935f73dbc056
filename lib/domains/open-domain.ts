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
 * A domain with a credential, archived or not: its meetings go on. The lock keeps archiving, edits and a new credential away
 * until the transaction ends. A second statement reads the credential: one statement would show it as before the wait.
 */
export async function openDomain(tx: Transaction, domainId: string): Promise<(OpenDomain & Domain) | null> {
  const [domain] = await tx.$queryRaw<Domain[]>`
    SELECT "id", "baseUrl", "subject", "audience", "opensBeforeMinutes", "closesAfterMinutes", "archivedAt" FROM "Domain"
    WHERE "id" = ${domainId}::uuid FOR SHARE`;
  if (!domain) return null;
  const credential = await tx.credential.findFirst({ where: { domainId, state: "ACTIVE" }, select: { id: true } });
  return credential && { ...domain, credentialId: credential.id };
}

/** For a meeting that is not on this domain yet. Null for an archived one. */
export async function openDomainForMore(tx: Transaction, domainId: string): Promise<OpenDomain | null> {
  const domain = await openDomain(tx, domainId);
  return domain?.archivedAt ? null : domain;
}
