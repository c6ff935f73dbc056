import type { Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import type { Prisma } from "@/prisma/generated/client";

export type AuditEntry = {
  actorId: string | null;
  /** A fixed phrase: `mail-settings.changed`. */
  action: string;
  /** A fixed word, or an ID. */
  subject: string;
  detail: Prisma.InputJsonObject;
  at: Date;
};

/** In the transaction of the change, so that both are saved or neither. Never with a secret. */
export async function recordEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: { id: newId(), ...entry } });
}
