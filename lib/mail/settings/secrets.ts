import { seal, unseal } from "@/lib/credentials/vault";

export const secretColumns = {
  smtpPassword: "smtpSealedPassword",
  dkimKey: "dkimSealedKey",
  imapPassword: "imapSealedPassword",
} as const;

export type SecretName = keyof typeof secretColumns;

export const sealSecret = (name: SecretName, secret: string, appSecret: string): Promise<string> =>
  seal(secret, `mail-settings/${name}`, appSecret);

/** @throws when APP_SECRET is not the one it was sealed with */
export const openSecret = (name: SecretName, sealed: string, appSecret: string): Promise<string> =>
  unseal(sealed, `mail-settings/${name}`, appSecret);
