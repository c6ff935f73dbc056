import type { Transaction } from "@/lib/db";

export type OpenDomain = {
  id: string;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  credentialId: string;
};

/**
 * A domain on which tokens can be minted now: not archived, with a credential. The row stays locked against
 * archiving and against a new credential until the caller's transaction ends, so that no token is minted on the old one.
 */
export async function openDomain(tx: Transaction, domainId: string): Promise<OpenDomain | null> {
  const [domain] = await tx.$queryRaw<OpenDomain[]>`
    SELECT d."id", d."opensBeforeMinutes", d."closesAfterMinutes", c."id" AS "credentialId"
    FROM "Domain" d JOIN "Credential" c ON c."domainId" = d."id" AND c."state" = 'ACTIVE'
    WHERE d."id" = ${domainId}::uuid AND d."archivedAt" IS NULL
    FOR SHARE OF d`;
  return domain ?? null;
}
