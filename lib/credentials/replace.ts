import { createHash } from "node:crypto";
import { seal } from "@/lib/credentials/vault";
import type { Database, Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";

export type NewCredential = { issuer: string; secret: string };

export const fingerprint = (secret: string): string =>
  createHash("sha256")
    .update(secret)
    .digest("hex")
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, "$1-");

/**
 * Mailed links stop working when the Jitsi server learns the new secret. Queued mails get a new link when their turn comes
 * (lib/mail/delivery/replace-refused-link.ts).
 * @param credentialId from the form, so that the same form sent twice makes one credential
 */
export async function replaceCredential(
  db: Database,
  {
    credentialId,
    domainId,
    createdById,
    now,
    appSecret,
    ...credential
  }: NewCredential & { credentialId: string; domainId: string; createdById: string; now: Date; appSecret: string },
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "replaced-already" }> {
  return db.prisma.$transaction(async (tx) => {
    const [domain] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Domain" WHERE "id" = ${domainId}::uuid AND "archivedAt" IS NULL FOR UPDATE`;
    if (!domain) return { ok: false, reason: "not-found" } as const;
    const known = await tx.credential.count({ where: { id: credentialId } });
    if (known > 0) return { ok: false, reason: "replaced-already" } as const;
    await tx.credential.updateMany({
      where: { domainId, state: "ACTIVE" },
      data: { state: "RETIRED", retiredAt: now },
    });
    await insertCredential(tx, { id: credentialId, domainId, createdById, appSecret, ...credential });
    return { ok: true } as const;
  });
}

export async function insertCredential(
  tx: Transaction,
  {
    id = newId(),
    domainId,
    createdById,
    appSecret,
    issuer,
    secret,
  }: NewCredential & { id?: string; domainId: string; createdById: string; appSecret: string },
): Promise<void> {
  const sealedSecret = await seal(secret, id, appSecret);
  await tx.credential.create({
    data: { id, domainId, issuer, sealedSecret, fingerprint: fingerprint(secret), createdById },
  });
}
