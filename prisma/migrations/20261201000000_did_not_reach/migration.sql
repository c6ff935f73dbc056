-- Who has not been invited is asked on every page of the list, and the mails that did not reach anybody are few.
CREATE INDEX "Delivery_did_not_reach" ON "Delivery"("participantId") WHERE "status" NOT IN ('ACCEPTED', 'QUEUED', 'SUPERSEDED');
