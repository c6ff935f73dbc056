CREATE SCHEMA IF NOT EXISTS "public";

-- Parts of the title, for search in the list.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE "Role" AS ENUM ('ADMIN', 'ORGANISER');

CREATE TYPE "CredentialState" AS ENUM ('ACTIVE', 'RETIRING', 'RETIRED');

CREATE TYPE "SigningAlgorithm" AS ENUM ('HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512');

CREATE TYPE "MeetingStatus" AS ENUM ('CONFIRMED', 'CANCELLED');

CREATE TYPE "ParticipantRole" AS ENUM ('MODERATOR', 'ATTENDEE');

CREATE TYPE "LinkKind" AS ENUM ('DIRECT', 'PORTAL');

CREATE TYPE "TokenPurpose" AS ENUM ('DELIVERY', 'JOIN');

CREATE TYPE "DeliveryKind" AS ENUM ('INVITATION', 'UPDATE', 'CANCELLATION', 'REMINDER', 'NOTICE');

CREATE TYPE "NoticeKind" AS ENUM ('ANSWERS', 'FAILURES');

CREATE TYPE "Answer" AS ENUM ('NONE', 'ACCEPTED', 'TENTATIVE', 'DECLINED');

CREATE TYPE "AnswerVia" AS ENUM ('WEB', 'MAIL');

CREATE TYPE "AnswerMails" AS ENUM ('EACH', 'DAILY', 'NEVER');

CREATE TYPE "ReminderStatus" AS ENUM ('WAITING', 'SENT', 'DROPPED');

CREATE TYPE "AttemptResult" AS ENUM ('ACCEPTED', 'RETRY', 'FAILED', 'BOUNCED');

CREATE TYPE "DeliveryStatus" AS ENUM ('QUEUED', 'ACCEPTED', 'STORED_LOCALLY', 'FAILED', 'SUPERSEDED', 'BOUNCED');

CREATE TYPE "SentVia" AS ENUM ('SMTP', 'LOCAL');

CREATE TYPE "MailSecurity" AS ENUM ('TLS', 'STARTTLS', 'NONE');

CREATE TYPE "ReplyToPolicy" AS ENUM ('ORGANISER', 'SENDER', 'NONE');

CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "timeZone" TEXT NOT NULL,
    "pictureUrl" TEXT,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "answerMails" "AnswerMails" NOT NULL DEFAULT 'EACH',
    "reminderMinutes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Domain" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "baseUrl" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "opensBeforeMinutes" INTEGER NOT NULL DEFAULT 15,
    "closesAfterMinutes" INTEGER NOT NULL DEFAULT 240,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Domain_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Credential" (
    "id" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "algorithm" "SigningAlgorithm" NOT NULL DEFAULT 'HS256',
    "keyId" TEXT,
    "sealedSecret" TEXT NOT NULL,
    "publicKey" TEXT,
    "fingerprint" TEXT NOT NULL,
    "state" "CredentialState" NOT NULL DEFAULT 'ACTIVE',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "roomName" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "timeZone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "status" "MeetingStatus" NOT NULL DEFAULT 'CONFIRMED',
    "opensBeforeMinutes" INTEGER NOT NULL,
    "closesAfterMinutes" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "submissionKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Occurrence" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "originalStart" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "MeetingStatus" NOT NULL DEFAULT 'CONFIRMED',

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("id")
);

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
    "locale" TEXT NOT NULL,
    "reminderMinutes" INTEGER[],
    "people" JSONB NOT NULL,
    "status" "MeetingStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,

    CONSTRAINT "MeetingRevision_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "occurrenceId" UUID NOT NULL,
    "minutesBefore" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "ReminderStatus" NOT NULL DEFAULT 'WAITING',
    "settledAt" TIMESTAMPTZ(3),
    "reminded" INTEGER,
    "leftOut" INTEGER,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Participant" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "userId" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "ParticipantRole" NOT NULL,
    "isOrganiser" BOOLEAN NOT NULL DEFAULT false,
    "timeZone" TEXT,
    "calendarUid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "revisedAt" TIMESTAMPTZ(0) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL,
    "locale" TEXT,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CurrentAnswer" (
    "id" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "occurrenceId" UUID,
    "answer" "Answer" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CurrentAnswer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ParticipantAnswer" (
    "id" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "occurrenceId" UUID,
    "answer" "Answer" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "via" "AnswerVia" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "stampedAt" TIMESTAMPTZ(3) NOT NULL,
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "recurrenceId" TEXT,
    "recurrenceStart" TIMESTAMPTZ(3),
    "isProposal" BOOLEAN NOT NULL DEFAULT false,
    "proposedStartsAt" TIMESTAMPTZ(3),
    "proposedEndsAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "noticeId" UUID,

    CONSTRAINT "ParticipantAnswer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Link" (
    "id" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "kind" "LinkKind" NOT NULL,
    "secretHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RoomToken" (
    "id" UUID NOT NULL,
    "linkId" UUID,
    "participantId" UUID NOT NULL,
    "credentialId" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "baseUrl" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "moderator" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(0) NOT NULL,
    "notBefore" TIMESTAMPTZ(0) NOT NULL,
    "expiresAt" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "RoomToken_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "kind" "DeliveryKind" NOT NULL,
    "revisionId" UUID NOT NULL,
    "previousRevisionId" UUID,
    "changes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reminderId" UUID,
    "notice" "NoticeKind",
    "counts" JSONB,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT,
    "answer" "Answer" NOT NULL DEFAULT 'NONE',
    "linkId" UUID,
    "sequence" INTEGER NOT NULL,
    "revisedAt" TIMESTAMPTZ(0) NOT NULL,
    "messageId" TEXT NOT NULL,
    "references" TEXT,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "deferredAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "lastReason" TEXT,
    "responseCode" INTEGER,
    "serverText" TEXT,
    "sentVia" "SentVia",
    "settledAt" TIMESTAMPTZ(3),
    "noticeId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DeliveryAttempt" (
    "deliveryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result" "AttemptResult" NOT NULL,
    "reason" TEXT,
    "responseCode" INTEGER,
    "serverText" TEXT,
    "sentVia" "SentVia",

    CONSTRAINT "DeliveryAttempt_pkey" PRIMARY KEY ("deliveryId","number")
);

CREATE TABLE "SignInFailure" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MailSettings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "smtpHost" TEXT,
    "smtpPort" INTEGER,
    "smtpSecurity" "MailSecurity" NOT NULL DEFAULT 'STARTTLS',
    "smtpVerify" BOOLEAN NOT NULL DEFAULT true,
    "smtpUser" TEXT,
    "smtpSealedPassword" TEXT,
    "fromName" TEXT,
    "fromAddress" TEXT,
    "replyTo" "ReplyToPolicy" NOT NULL DEFAULT 'ORGANISER',
    "dkimEnabled" BOOLEAN NOT NULL DEFAULT false,
    "dkimDomain" TEXT,
    "dkimSelector" TEXT,
    "dkimSealedKey" TEXT,
    "dkimPublicKey" TEXT,
    "mailsPerMinute" INTEGER,
    "imapHost" TEXT,
    "imapPort" INTEGER,
    "imapSecurity" "MailSecurity" NOT NULL DEFAULT 'TLS',
    "imapVerify" BOOLEAN NOT NULL DEFAULT true,
    "imapUser" TEXT,
    "imapSealedPassword" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailSettings_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

CREATE INDEX "Credential_domainId_idx" ON "Credential"("domainId");

CREATE UNIQUE INDEX "Meeting_roomName_key" ON "Meeting"("roomName");

CREATE INDEX "Meeting_domainId_idx" ON "Meeting"("domainId");

CREATE INDEX "Meeting_title_trigrams" ON "Meeting" USING GIN ("title" gin_trgm_ops);

CREATE UNIQUE INDEX "Meeting_organiserId_submissionKey_key" ON "Meeting"("organiserId", "submissionKey");

CREATE UNIQUE INDEX "Meeting_id_organiserId_key" ON "Meeting"("id", "organiserId");

CREATE INDEX "Occurrence_organiserId_startsAt_id_idx" ON "Occurrence"("organiserId", "startsAt", "id");

CREATE INDEX "Occurrence_endsAt_idx" ON "Occurrence"("endsAt");

CREATE UNIQUE INDEX "Occurrence_meetingId_originalStart_key" ON "Occurrence"("meetingId", "originalStart");

CREATE UNIQUE INDEX "MeetingRevision_meetingId_version_key" ON "MeetingRevision"("meetingId", "version");

CREATE INDEX "Reminder_occurrenceId_idx" ON "Reminder"("occurrenceId");

CREATE UNIQUE INDEX "Participant_calendarUid_key" ON "Participant"("calendarUid");

CREATE INDEX "Participant_meetingId_idx" ON "Participant"("meetingId");

CREATE INDEX "CurrentAnswer_occurrenceId_idx" ON "CurrentAnswer"("occurrenceId");

CREATE UNIQUE INDEX "CurrentAnswer_participantId_occurrenceId_key" ON "CurrentAnswer"("participantId", "occurrenceId");

CREATE INDEX "ParticipantAnswer_occurrenceId_idx" ON "ParticipantAnswer"("occurrenceId");

CREATE INDEX "ParticipantAnswer_participantId_createdAt_idx" ON "ParticipantAnswer"("participantId", "createdAt");

CREATE INDEX "ParticipantAnswer_noticeId_idx" ON "ParticipantAnswer"("noticeId");

CREATE UNIQUE INDEX "Link_secretHash_key" ON "Link"("secretHash");

CREATE INDEX "Link_participantId_idx" ON "Link"("participantId");

CREATE INDEX "RoomToken_linkId_idx" ON "RoomToken"("linkId");

CREATE INDEX "RoomToken_participantId_idx" ON "RoomToken"("participantId");

CREATE INDEX "RoomToken_credentialId_expiresAt_idx" ON "RoomToken"("credentialId", "expiresAt");

CREATE UNIQUE INDEX "Delivery_messageId_key" ON "Delivery"("messageId");

CREATE INDEX "Delivery_participantId_createdAt_idx" ON "Delivery"("participantId", "createdAt");

CREATE INDEX "Delivery_revisionId_idx" ON "Delivery"("revisionId");

CREATE INDEX "Delivery_linkId_idx" ON "Delivery"("linkId");

CREATE INDEX "SignInFailure_key_at_idx" ON "SignInFailure"("key", "at");

CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

CREATE INDEX "AuditEvent_actorId_idx" ON "AuditEvent"("actorId");

ALTER TABLE "Credential" ADD CONSTRAINT "Credential_domainId_fkey" FOREIGN KEY ("domainId") REFERENCES "Domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Credential" ADD CONSTRAINT "Credential_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_domainId_fkey" FOREIGN KEY ("domainId") REFERENCES "Domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_meetingId_organiserId_fkey" FOREIGN KEY ("meetingId", "organiserId") REFERENCES "Meeting"("id", "organiserId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeetingRevision" ADD CONSTRAINT "MeetingRevision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeetingRevision" ADD CONSTRAINT "MeetingRevision_domainId_fkey" FOREIGN KEY ("domainId") REFERENCES "Domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "MeetingRevision" ADD CONSTRAINT "MeetingRevision_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Participant" ADD CONSTRAINT "Participant_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Participant" ADD CONSTRAINT "Participant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "CurrentAnswer" ADD CONSTRAINT "CurrentAnswer_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CurrentAnswer" ADD CONSTRAINT "CurrentAnswer_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ParticipantAnswer" ADD CONSTRAINT "ParticipantAnswer_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ParticipantAnswer" ADD CONSTRAINT "ParticipantAnswer_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ParticipantAnswer" ADD CONSTRAINT "ParticipantAnswer_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Link" ADD CONSTRAINT "Link_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "RoomToken" ADD CONSTRAINT "RoomToken_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "RoomToken" ADD CONSTRAINT "RoomToken_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "RoomToken" ADD CONSTRAINT "RoomToken_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "MeetingRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_reminderId_fkey" FOREIGN KEY ("reminderId") REFERENCES "Reminder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "DeliveryAttempt" ADD CONSTRAINT "DeliveryAttempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot say. No semicolon may stand in a comment: the PostgreSQL adapter splits the script there.

-- One credential signs for a domain at a time.
CREATE UNIQUE INDEX "Credential_one_active" ON "Credential"("domainId") WHERE "state" = 'ACTIVE';

-- One domain is preselected.
CREATE UNIQUE INDEX "Domain_one_default" ON "Domain"("isDefault") WHERE "isDefault";

-- Somebody removed and added again is a new row.
CREATE UNIQUE INDEX "Participant_one_of_an_address" ON "Participant"("meetingId", "email") WHERE "removedAt" IS NULL;

-- A direct link is a URL with one token in it.
CREATE UNIQUE INDEX "RoomToken_one_of_a_direct_link" ON "RoomToken"("linkId") WHERE "purpose" = 'DELIVERY';

-- What the worker still has to do, without the settled millions.
CREATE INDEX "Delivery_unsettled" ON "Delivery"("nextAttemptAt") WHERE "status" = 'QUEUED';

-- The list asks for these on every page, and they are few: a mail that is accepted at its first attempt never enters the index.
-- As `undelivered` in lib/mail/ledger/state.ts has it.
CREATE INDEX "Delivery_undelivered" ON "Delivery"("participantId")
  WHERE "status" NOT IN ('ACCEPTED', 'SUPERSEDED') AND ("status" <> 'QUEUED' OR "deferredAt" IS NOT NULL);

-- Few deliveries fail, so the others pay nothing for it.
CREATE INDEX "Delivery_noticeId" ON "Delivery"("noticeId") WHERE "noticeId" IS NOT NULL;

-- A reminder reaches each person once, however many workers take it up.
CREATE UNIQUE INDEX "Delivery_one_of_a_reminder" ON "Delivery"("reminderId", "participantId") WHERE "status" <> 'SUPERSEDED';

ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_ends_after_start" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_within_calendars" CHECK ("endsAt" < '9999-01-01');
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_original_start_is_wall_time"
  CHECK ("originalStart" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}\[[A-Za-z0-9_/+-]+\]$');
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_room_shape" CHECK ("roomName" ~ '^[a-z0-9-]{1,64}$');
-- To a series as a whole each person has one answer. The index on both columns does not compare NULLs.
CREATE UNIQUE INDEX "CurrentAnswer_one_to_a_series" ON "CurrentAnswer"("participantId") WHERE "occurrenceId" IS NULL;
-- Only a reply that names an occurrence can be to a time that is not known.
ALTER TABLE "ParticipantAnswer" ADD CONSTRAINT "ParticipantAnswer_has_time"
  CHECK (("startsAt" IS NULL) = ("endsAt" IS NULL) AND ("startsAt" IS NOT NULL OR "recurrenceId" IS NOT NULL));
ALTER TABLE "ParticipantAnswer" ADD CONSTRAINT "ParticipantAnswer_proposed_time_whole"
  CHECK (("proposedStartsAt" IS NULL) = ("proposedEndsAt" IS NULL) AND ("isProposal" OR "proposedStartsAt" IS NULL));
ALTER TABLE "Link" ADD CONSTRAINT "Link_portal_has_a_secret"
  CHECK (("kind" = 'PORTAL') = ("secretHash" IS NOT NULL) AND "secretHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Link" ADD CONSTRAINT "Link_direct_is_not_revoked" CHECK ("revokedAt" IS NULL OR "kind" = 'PORTAL');
ALTER TABLE "RoomToken" ADD CONSTRAINT "RoomToken_mailed_has_a_link" CHECK ("purpose" = 'JOIN' OR "linkId" IS NOT NULL);
ALTER TABLE "RoomToken" ADD CONSTRAINT "RoomToken_has_an_end" CHECK ("expiresAt" > "notBefore");
ALTER TABLE "MailSettings" ADD CONSTRAINT "MailSettings_one_row" CHECK ("id" = 1);
ALTER TABLE "MailSettings" ADD CONSTRAINT "MailSettings_server_has_a_port"
  CHECK (("smtpHost" IS NULL) = ("smtpPort" IS NULL) AND ("imapHost" IS NULL) = ("imapPort" IS NULL));
