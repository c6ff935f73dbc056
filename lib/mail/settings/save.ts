import { recordEvent } from "@/lib/audit/record";
import type { Database, Transaction } from "@/lib/db";
import { markStoredLocally } from "@/lib/mail/ledger/stored-locally";
import { tryAllNow } from "@/lib/mail/ledger/try-now";
import { type SecretName, sealSecret, secretColumns } from "@/lib/mail/settings/secrets";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { isUniqueViolation } from "@/lib/prisma-error";
import { Prisma, type MailSettings as Row } from "@/prisma/generated/client";

export type MailFields = Omit<Row, "id" | "version" | "updatedAt" | (typeof secretColumns)[SecretName]>;

/** What is not given stays. Null removes a secret. */
export type MailChange = { fields: Partial<MailFields>; secrets: Partial<Record<SecretName, string | null>> };

type Value = string | number | boolean | null;

const unsaved: Partial<MailFields> = {
  smtpSecurity: "STARTTLS",
  smtpVerify: true,
  replyTo: "ORGANISER",
  dkimEnabled: false,
  imapSecurity: "TLS",
  imapVerify: true,
};

/** @param version of the form: the second of two editors is refused */
export async function saveMailSettings(
  db: Database,
  input: { version: number; change: MailChange; actorId: string; appSecret: string; now: Date },
): Promise<{ ok: true; changed: boolean; triedNow: number } | { ok: false; reason: "changed-meanwhile" }> {
  const { version, change, actorId, now } = input;
  const sealed = await sealAll(change.secrets, input.appSecret);
  try {
    return await db.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "MailSettings" FOR UPDATE`;
      const row = await tx.mailSettings.findUnique({ where: { id: 1 } });
      if ((row?.version ?? 0) !== version) return { ok: false, reason: "changed-meanwhile" } as const;
      const detail = whatChanged(row, change);
      if (Object.keys(detail).length === 0) return { ok: true, changed: false, triedNow: 0 } as const;
      const data = { ...change.fields, ...sealed };
      if (row === null) await tx.mailSettings.create({ data });
      else await tx.mailSettings.update({ where: { id: 1 }, data: { ...data, version: { increment: 1 } } });
      if (change.fields.smtpHost && !row?.smtpHost) await startSending(tx, now);
      await recordEvent(tx, { actorId, action: "mail-settings.changed", subject: "mail-settings", detail, at: now });
      return { ok: true, changed: true, triedNow: await tryAllNow(db, tx, now) } as const;
    });
  } catch (error) {
    // Two first saves at once, without a row to lock.
    if (isUniqueViolation(error)) return { ok: false, reason: "changed-meanwhile" };
    throw error;
  }
}

/** The lock orders this with mails that are just being stored (lib/mail/delivery/record-attempts.ts). */
async function startSending(tx: Transaction, now: Date): Promise<void> {
  await lockMeeting(tx, Prisma.sql`SELECT "meetingId" FROM "Occurrence" WHERE "endsAt" > ${now}`, "FOR UPDATE");
  await markStoredLocally(tx, now);
}

async function sealAll(secrets: MailChange["secrets"], appSecret: string) {
  const sealed: Record<string, string | null> = {};
  for (const [name, secret] of Object.entries(secrets) as [SecretName, string | null | undefined][]) {
    if (secret === undefined) continue;
    sealed[secretColumns[name]] = secret === null ? null : await sealSecret(name, secret, appSecret);
  }
  return sealed;
}

function whatChanged(row: Row | null, { fields, secrets }: MailChange) {
  const before: Partial<MailFields> = row ?? unsaved;
  const detail: Record<string, string | { from: Value; to: Value }> = {};
  for (const [name, to] of Object.entries(fields) as [keyof MailFields, Value][]) {
    const from = before[name] ?? null;
    if (from !== to && name !== "dkimPublicKey") detail[name] = { from, to };
  }
  for (const [name, secret] of Object.entries(secrets) as [SecretName, string | null | undefined][]) {
    if (secret) detail[name] = "changed";
    else if (secret === null && row?.[secretColumns[name]]) detail[name] = "removed";
  }
  return detail;
}
