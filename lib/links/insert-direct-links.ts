import type { Transaction } from "@/lib/db";
import { newId, wholeSecond } from "@/lib/ids";
import type { MailedLink } from "@/lib/links/mailed-link";

export type NewDirectLink = MailedLink & { id: string; participantId: string };

export async function insertDirectLinks(tx: Transaction, links: NewDirectLink[], now: Date): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map((link) => ({ ...link, tokenId: newId() }));
  await tx.$executeRaw`
    WITH n AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("id" uuid, "tokenId" uuid,
      "participantId" uuid, "credentialId" uuid, "baseUrl" text, "subject" text, "audience" text, "room" text,
      "moderator" boolean, "name" text, "notBefore" timestamptz, "expiresAt" timestamptz)),
    l AS (INSERT INTO "Link" ("id", "participantId", "kind", "createdAt")
      SELECT n."id", n."participantId", 'DIRECT', ${now}::timestamptz FROM n)
    INSERT INTO "RoomToken" ("id", "linkId", "participantId", "credentialId", "purpose", "baseUrl", "subject", "audience",
      "room", "moderator", "name", "issuedAt", "notBefore", "expiresAt")
    SELECT n."tokenId", n."id", n."participantId", n."credentialId", 'DELIVERY', n."baseUrl", n."subject", n."audience",
      n."room", n."moderator", n."name", ${wholeSecond(now)}::timestamptz, n."notBefore", n."expiresAt"
    FROM n`;
}
