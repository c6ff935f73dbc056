import type { Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import type { Prisma } from "@/prisma/generated/client";

export type AuditEntry = {
  /** Null: Latchkey itself. */
  actorId: string | null;
  /** A fixed phrase: `mail-settings.changed`. */
  action: string;
  /** A fixed word, or a row's ID. */
  subject: string;
  /** Never a secret: admins read it, and it stays. */
  detail: Prisma.InputJsonObject;
  at: Date;
};

/** Inside the transaction of what it tells of: one is there exactly when the other is. */
export async function recordEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: { id: newId(), ...entry } });
}
