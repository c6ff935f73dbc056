-- Mails that were tried and not taken are found as well. One that was just saved, or is accepted at once, never enters the index.
DROP INDEX "Delivery_did_not_reach";
CREATE INDEX "Delivery_did_not_reach" ON "Delivery"("participantId")
  WHERE "status" NOT IN ('ACCEPTED', 'SUPERSEDED') AND ("status" <> 'QUEUED' OR "response" IS NOT NULL);
