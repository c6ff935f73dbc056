import type { Transaction } from "@/lib/db";
import { wholeSecond } from "@/lib/ids";
import type { MailedLink } from "@/lib/links/mailed-link";

/** What a link that is mailed will say. */
export type NewRoomToken = MailedLink & { id: string; participantId: string };

/** What tokens will say, in one statement. They are signed when the mail is composed. */
export async function insertRoomTokens(tx: Transaction, tokens: NewRoomToken[], now: Date): Promise<void> {
  if (tokens.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "RoomToken" ("id", "participantId", "credentialId", "purpose", "baseUrl", "subject",
      "audience", "room", "moderator", "name", "issuedAt",
      "notBefore", "expiresAt")
    SELECT t."id", t."participantId", t."credentialId", 'DELIVERY', t."baseUrl", t."subject", t."audience",
      t."room", t."moderator", t."name",
      ${wholeSecond(now)}::timestamptz, t."notBefore", t."expiresAt"
    FROM jsonb_to_recordset(${JSON.stringify(tokens)}::jsonb) AS t("id" uuid, "participantId" uuid, "credentialId" uuid,
      "baseUrl" text, "subject" text, "audience" text, "room" text, "moderator" boolean, "name" text, "notBefore" timestamptz, "expiresAt" timestamptz)`;
}
