import type { Database } from "@/lib/db";
import type { Env } from "@/lib/env";
import type { Sender } from "@/lib/mail/message/meeting-mail";
import { openSecret, type SecretName, secretColumns } from "@/lib/mail/settings/secrets";
import { type MailServer, serverOfUrl } from "@/lib/mail/settings/server";
import type { MailSettings as Row } from "@/prisma/generated/client";

export type DkimKey = { domain: string; selector: string; privateKey: string };

/** The environment, else what admins saved, else local mail. */
export type MailSettings = {
  /** 0 without a row. Equal versions are equal settings. */
  version: number;
  server: MailServer | null;
  sender: Sender;
  dkim: DkimKey | null;
  mailsPerMinute: number | null;
  inbox: MailServer | null;
  fromEnvironment: { server: boolean; sender: boolean; inbox: boolean };
  /** Sealed with another APP_SECRET: an admin has to enter them again. */
  unreadable: SecretName[];
};

export type CurrentMail = {
  /** One small query. Opens secrets only when the row has changed. */
  current(): Promise<MailSettings>;
  /** Without a query. */
  lastRead(): MailSettings;
};

type Needs = Pick<Env, "smtpUrl" | "mailFrom" | "imapUrl">;
export const noSender: Sender = { name: "Latchkey", address: "invites@latchkey.invalid" };

export async function openCurrentMail({ prisma }: Database, env: Needs, appSecret: string): Promise<CurrentMail> {
  const read = () => prisma.mailSettings.findUnique({ where: { id: 1 } });
  let known = await settingsOf(await read(), env, appSecret);
  return {
    async current() {
      const row = await read();
      if ((row?.version ?? 0) !== known.version) known = await settingsOf(row, env, appSecret);
      return known;
    },
    lastRead: () => known,
  };
}

async function settingsOf(row: Row | null, env: Needs, appSecret: string): Promise<MailSettings> {
  const secrets: Partial<Record<SecretName, string>> = {};
  const unreadable: SecretName[] = [];
  for (const name of Object.keys(secretColumns) as SecretName[]) {
    const sealed = row?.[secretColumns[name]];
    if (!sealed) continue;
    const secret = await openSecret(name, sealed, appSecret).catch(() => null);
    if (secret === null) unreadable.push(name);
    else secrets[name] = secret;
  }
  return {
    version: row?.version ?? 0,
    server: env.smtpUrl ? serverOfUrl(env.smtpUrl) : savedServer(row, secrets.smtpPassword),
    sender: { ...(env.mailFrom ?? savedSender(row) ?? noSender), replyTo: row?.replyTo ?? "ORGANISER" },
    dkim: row && savedDkim(row, secrets.dkimKey),
    mailsPerMinute: row?.mailsPerMinute ?? null,
    inbox: env.imapUrl ? serverOfUrl(env.imapUrl) : savedInbox(row, secrets.imapPassword),
    fromEnvironment: { server: env.smtpUrl !== null, sender: env.mailFrom !== null, inbox: env.imapUrl !== null },
    unreadable,
  };
}

const savedSender = (row: Row | null): Sender | null =>
  row?.fromAddress ? { name: row.fromName || noSender.name, address: row.fromAddress } : null;

function savedServer(row: Row | null, password: string | undefined): MailServer | null {
  if (!row?.smtpHost) return null;
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpVerify: verify, smtpUser: user } = row;
  return { host, port: port!, security, verify, user, password: password ?? null };
}

function savedInbox(row: Row | null, password: string | undefined): MailServer | null {
  if (!row?.imapHost) return null;
  const { imapHost: host, imapPort: port, imapSecurity: security, imapVerify: verify, imapUser: user } = row;
  return { host, port: port!, security, verify, user, password: password ?? null };
}

function savedDkim(row: Row, privateKey: string | undefined): DkimKey | null {
  const { dkimEnabled, dkimDomain: domain, dkimSelector: selector } = row;
  return dkimEnabled && domain && selector && privateKey ? { domain, selector, privateKey } : null;
}
