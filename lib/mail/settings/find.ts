import type { Database } from "@/lib/db";
import type { SavedMail } from "@/lib/mail/settings/apply";
import { openSecret, type SecretName, secretColumns } from "@/lib/mail/settings/secrets";
import type { MailSettings as Row } from "@/prisma/generated/client";

const read = ({ prisma }: Database) => prisma.mailSettings.findUnique({ where: { id: 1 } });

export async function findMailForm(db: Database) {
  const row = await read(db);
  return {
    values: valuesOf(row),
    saved: {
      smtpPassword: Boolean(row?.smtpSealedPassword),
      imapPassword: Boolean(row?.imapSealedPassword),
      dkimKey: Boolean(row?.dkimSealedKey),
    },
    dkim:
      row?.dkimDomain && row.dkimSelector && row.dkimPublicKey
        ? { domain: row.dkimDomain, selector: row.dkimSelector, publicKey: row.dkimPublicKey }
        : null,
  };
}

/** A secret that cannot be opened counts as none. */
export async function openSavedMail(db: Database, appSecret: string): Promise<SavedMail> {
  const row = await read(db);
  const opened = async (name: SecretName) => {
    const sealed = row?.[secretColumns[name]];
    return sealed ? openSecret(name, sealed, appSecret).catch(() => null) : null;
  };
  const dkimKey = await opened("dkimKey");
  return {
    smtp: row?.smtpHost
      ? {
          host: row.smtpHost,
          port: row.smtpPort!,
          security: row.smtpSecurity,
          verify: row.smtpVerify,
          user: row.smtpUser,
          password: await opened("smtpPassword"),
        }
      : null,
    imap: row?.imapHost
      ? {
          host: row.imapHost,
          port: row.imapPort!,
          security: row.imapSecurity,
          verify: row.imapVerify,
          user: row.imapUser,
          password: await opened("imapPassword"),
        }
      : null,
    dkim: {
      pair: dkimKey && row?.dkimPublicKey ? { privateKey: dkimKey, publicKey: row.dkimPublicKey } : null,
    },
  };
}

function valuesOf(row: Row | null): Record<string, string> {
  const given = {
    version: row?.version ?? 0,
    smtpHost: row?.smtpHost,
    smtpPort: row?.smtpPort,
    smtpSecurity: row?.smtpSecurity ?? "STARTTLS",
    smtpUnverified: row && !row.smtpVerify ? "on" : null,
    smtpUser: row?.smtpUser,
    fromName: row?.fromName,
    fromAddress: row?.fromAddress,
    replyTo: row?.replyTo ?? "ORGANISER",
    mailsPerMinute: row?.mailsPerMinute,
    dkimEnabled: row?.dkimEnabled ? "on" : null,
    dkimDomain: row?.dkimDomain,
    dkimSelector: row?.dkimSelector ?? "latchkey",
    dkimKeySource: "keep",
    imapHost: row?.imapHost,
    imapPort: row?.imapPort,
    imapSecurity: row?.imapSecurity ?? "TLS",
    imapUnverified: row && !row.imapVerify ? "on" : null,
    imapUser: row?.imapUser,
  };
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
