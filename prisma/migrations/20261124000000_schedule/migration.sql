-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMIN', 'ORGANISER');

-- CreateEnum
CREATE TYPE "CredentialState" AS ENUM ('ACTIVE', 'RETIRED');

-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('CONFIRMED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ParticipantRole" AS ENUM ('MODERATOR', 'ATTENDEE');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('DELIVERY', 'JOIN');

-- CreateEnum
CREATE TYPE "DeliveryKind" AS ENUM ('INVITATION', 'CANCELLATION');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('QUEUED', 'ACCEPTED', 'FAILED', 'SUPERSEDED');

-- CreateTable
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
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

-- CreateTable
CREATE TABLE "Credential" (
    "id" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" "CredentialState" NOT NULL DEFAULT 'ACTIVE',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "organiserId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "roomName" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
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

-- CreateTable
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

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoomToken" (
    "id" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "credentialId" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "room" TEXT NOT NULL,
    "moderator" BOOLEAN NOT NULL,
    "issuedAt" TIMESTAMPTZ(0) NOT NULL,
    "notBefore" TIMESTAMPTZ(0) NOT NULL,
    "expiresAt" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "RoomToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "kind" "DeliveryKind" NOT NULL,
    "roomTokenId" UUID,
    "sequence" INTEGER NOT NULL,
    "revisedAt" TIMESTAMPTZ(0) NOT NULL,
    "messageId" TEXT NOT NULL,
    "references" TEXT,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "responseCode" INTEGER,
    "response" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Credential_domainId_idx" ON "Credential"("domainId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_roomName_key" ON "Meeting"("roomName");

-- CreateIndex
CREATE INDEX "Meeting_organiserId_startsAt_id_idx" ON "Meeting"("organiserId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Meeting_domainId_endsAt_idx" ON "Meeting"("domainId", "endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_organiserId_submissionKey_key" ON "Meeting"("organiserId", "submissionKey");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_calendarUid_key" ON "Participant"("calendarUid");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_meetingId_email_key" ON "Participant"("meetingId", "email");

-- CreateIndex
CREATE INDEX "RoomToken_participantId_idx" ON "RoomToken"("participantId");

-- CreateIndex
CREATE INDEX "RoomToken_credentialId_expiresAt_idx" ON "RoomToken"("credentialId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_messageId_key" ON "Delivery"("messageId");

-- CreateIndex
CREATE INDEX "Delivery_participantId_createdAt_idx" ON "Delivery"("participantId", "createdAt");

-- CreateIndex
CREATE INDEX "SignInFailure_key_at_idx" ON "SignInFailure"("key", "at");

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_domainId_fkey" FOREIGN KEY ("domainId") REFERENCES "Domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_domainId_fkey" FOREIGN KEY ("domainId") REFERENCES "Domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomToken" ADD CONSTRAINT "RoomToken_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomToken" ADD CONSTRAINT "RoomToken_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_roomTokenId_fkey" FOREIGN KEY ("roomTokenId") REFERENCES "RoomToken"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What Prisma's schema cannot say. No semicolon may stand in a comment: the PostgreSQL adapter splits the script there.

-- One credential signs for a domain at a time.
CREATE UNIQUE INDEX "Credential_one_active" ON "Credential"("domainId") WHERE "state" = 'ACTIVE';

-- One domain is preselected.
CREATE UNIQUE INDEX "Domain_one_default" ON "Domain"("isDefault") WHERE "isDefault";

-- Parts of the title, for search in the list.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Meeting_title_trigrams" ON "Meeting" USING GIN ("title" gin_trgm_ops);

-- What the worker still has to do, without the settled millions.
CREATE INDEX "Delivery_unsettled" ON "Delivery"("nextAttemptAt") WHERE "status" = 'QUEUED';

ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_ends_after_start" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_within_calendars" CHECK ("endsAt" < '9999-01-01');
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_room_shape" CHECK ("roomName" ~ '^[a-z0-9-]{1,64}$');
ALTER TABLE "RoomToken" ADD CONSTRAINT "RoomToken_has_an_end" CHECK ("expiresAt" > "notBefore");
