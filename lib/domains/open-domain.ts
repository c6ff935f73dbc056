import type { Transaction } from "@/lib/db";

export type OpenDomain = {
  id: string;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  credentialId: string;
};

/**
 * A domain on which tokens can be minted now: not archived, with a credential. The row stays locked against archiving and
 * against a new credential until the caller's transaction ends. The credential is read by a statement of its own, after
 * the lock: in one statement, a wait for the lock would end with the credential as it was before the wait.
 */
export async function openDomain(tx: Transaction, domainId: string): Promise<OpenDomain | null> {
  const [domain] = await tx.$queryRaw<Omit<OpenDomain, "credentialId">[]>`
    SELECT "id", "opensBeforeMinutes", "closesAfterMinutes" FROM "Domain"
    WHERE "id" = ${domainId}::uuid AND "archivedAt" IS NULL FOR SHARE`;
  if (!domain) return null;
  const credential = await tx.credential.findFirst({ where: { domainId, state: "ACTIVE" }, select: { id: true } });
  return credential && { ...domain, credentialId: credential.id };
}
