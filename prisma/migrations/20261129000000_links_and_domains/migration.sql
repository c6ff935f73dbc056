-- Where a link leads and what its token says of the domain, as it was when the link was made: the domain may be edited.
ALTER TABLE "RoomToken" ADD COLUMN "baseUrl" TEXT, ADD COLUMN "subject" TEXT, ADD COLUMN "audience" TEXT;
UPDATE "RoomToken" t SET "baseUrl" = o."baseUrl", "subject" = o."subject", "audience" = o."audience"
  FROM "Credential" c JOIN "Domain" o ON o."id" = c."domainId" WHERE c."id" = t."credentialId";
ALTER TABLE "RoomToken" ALTER COLUMN "baseUrl" SET NOT NULL, ALTER COLUMN "subject" SET NOT NULL,
  ALTER COLUMN "audience" SET NOT NULL;
-- Which mails brought a link: asked before a credential or a domain is changed, and by the foreign key.
CREATE INDEX "Delivery_roomTokenId_idx" ON "Delivery"("roomTokenId");
