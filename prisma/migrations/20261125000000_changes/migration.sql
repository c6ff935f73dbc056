-- Changes, answers, reminders and the ledger of every attempt.

ALTER TYPE "DeliveryKind" ADD VALUE 'UPDATE';
ALTER TYPE "DeliveryKind" ADD VALUE 'REMINDER';
ALTER TYPE "DeliveryKind" ADD VALUE 'NOTICE';
ALTER TYPE "DeliveryStatus" ADD VALUE 'BOUNCED';
CREATE TYPE "NoticeKind" AS ENUM ('ANSWERS', 'FAILURES');
CREATE TYPE "Answer" AS ENUM ('NONE', 'ACCEPTED', 'TENTATIVE', 'DECLINED');
CREATE TYPE "AnswerVia" AS ENUM ('WEB', 'MAIL');
CREATE TYPE "AnswerMails" AS ENUM ('EACH', 'DAILY', 'NEVER');
CREATE TYPE "ReminderStatus" AS ENUM ('WAITING', 'SENT', 'DROPPED');
CREATE TYPE "AttemptResult" AS ENUM ('ACCEPTED', 'RETRY', 'FAILED', 'BOUNCED');

ALTER TABLE "User"
  ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en',
  ADD COLUMN "answerMails" "AnswerMails" NOT NULL DEFAULT 'EACH',
  ADD COLUMN "reminderMinutes" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

ALTER TABLE "Meeting" ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en';

CREATE TABLE "MeetingRevision" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "domainId" UUID NOT NULL,
    "roomName" TEXT NOT NULL,
    "status" "MeetingStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,

    CONSTRAINT "MeetingRevision_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "MeetingRevision_meetingId_version_key" ON "MeetingRevision"("meetingId", "version");
ALTER TABLE "MeetingRevision" ADD CONSTRAINT "MeetingRevision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MeetingRevision" ADD CONSTRAINT "MeetingRevision_domainId_fkey" FOREIGN KEY ("domainId") REFERENCES "Domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MeetingRevision" ADD CONSTRAINT "MeetingRevision_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was mailed so far is what the meetings are: none could be edited.
INSERT INTO "MeetingRevision" ("id", "meetingId", "version", "title", "description", "startsAt", "endsAt", "timeZone",
  "domainId", "roomName", "status", "createdAt", "createdById")
SELECT gen_random_uuid(), "id", "version", "title", "description", "startsAt", "endsAt", "timeZone",
  "domainId", "roomName", "status", "createdAt", "organiserId" FROM "Meeting";

CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "minutesBefore" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "ReminderStatus" NOT NULL DEFAULT 'WAITING',
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Reminder_meetingId_idx" ON "Reminder"("meetingId");
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DROP INDEX "Participant_meetingId_email_key";
CREATE INDEX "Participant_meetingId_idx" ON "Participant"("meetingId");
-- Known to Prisma only as this SQL: its schema cannot say WHERE.
CREATE UNIQUE INDEX "Participant_one_of_an_address" ON "Participant"("meetingId", "email") WHERE "removedAt" IS NULL;
ALTER TABLE "Participant"
  ADD COLUMN "locale" TEXT,
  ADD COLUMN "answer" "Answer" NOT NULL DEFAULT 'NONE',
  ADD COLUMN "answerNote" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "answeredAt" TIMESTAMPTZ(3);
-- The organiser's entry comes accepted.
UPDATE "Participant" SET "answer" = 'ACCEPTED' WHERE "isOrganiser";

ALTER TABLE "RoomToken" ADD COLUMN "name" TEXT;
UPDATE "RoomToken" t SET "name" = p."name" FROM "Participant" p WHERE p."id" = t."participantId";
ALTER TABLE "RoomToken" ALTER COLUMN "name" SET NOT NULL;

ALTER TABLE "Delivery"
  ADD COLUMN "revisionId" UUID,
  ADD COLUMN "previousRevisionId" UUID,
  ADD COLUMN "changes" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "reminderId" UUID,
  ADD COLUMN "notice" "NoticeKind";
UPDATE "Delivery" d SET "revisionId" = r."id"
  FROM "Participant" p JOIN "MeetingRevision" r ON r."meetingId" = p."meetingId" WHERE p."id" = d."participantId";
ALTER TABLE "Delivery" ALTER COLUMN "revisionId" SET NOT NULL;
CREATE INDEX "Delivery_revisionId_idx" ON "Delivery"("revisionId");
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "MeetingRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_reminderId_fkey" FOREIGN KEY ("reminderId") REFERENCES "Reminder"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A reminder reaches each person once, however many workers take it up.
CREATE UNIQUE INDEX "Delivery_one_of_a_reminder" ON "Delivery"("reminderId", "participantId") WHERE "status" <> 'SUPERSEDED';

CREATE TABLE "DeliveryAttempt" (
    "deliveryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result" "AttemptResult" NOT NULL,
    "responseCode" INTEGER,
    "response" TEXT NOT NULL,

    CONSTRAINT "DeliveryAttempt_pkey" PRIMARY KEY ("deliveryId", "number")
);
ALTER TABLE "DeliveryAttempt" ADD CONSTRAINT "DeliveryAttempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ParticipantAnswer" (
    "id" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "answer" "Answer" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "via" "AnswerVia" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "stampedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposal" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "noticeId" UUID,

    CONSTRAINT "ParticipantAnswer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ParticipantAnswer_participantId_createdAt_idx" ON "ParticipantAnswer"("participantId", "createdAt");
CREATE INDEX "ParticipantAnswer_noticeId_idx" ON "ParticipantAnswer"("noticeId");
ALTER TABLE "ParticipantAnswer" ADD CONSTRAINT "ParticipantAnswer_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ParticipantAnswer" ADD CONSTRAINT "ParticipantAnswer_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;
