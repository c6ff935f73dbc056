-- A retry says the same as the first attempt, whatever the person changed in between on the answer page.
ALTER TABLE "Delivery"
  ADD COLUMN "name" TEXT,
  ADD COLUMN "locale" TEXT,
  ADD COLUMN "timeZone" TEXT,
  ADD COLUMN "answer" "Answer" NOT NULL DEFAULT 'NONE';
UPDATE "Delivery" d SET "name" = p."name", "locale" = coalesce(p."locale", m."locale"), "timeZone" = p."timeZone"
  FROM "Participant" p JOIN "Meeting" m ON m."id" = p."meetingId" WHERE p."id" = d."participantId";
ALTER TABLE "Delivery" ALTER COLUMN "name" SET NOT NULL, ALTER COLUMN "locale" SET NOT NULL;
