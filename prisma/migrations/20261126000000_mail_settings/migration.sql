-- CreateEnum
CREATE TYPE "MailSecurity" AS ENUM ('TLS', 'STARTTLS', 'NONE');

-- CreateEnum
CREATE TYPE "ReplyToPolicy" AS ENUM ('ORGANISER', 'SENDER', 'NONE');

-- Nothing was ever kept in it.
DROP TABLE "Setting";

-- CreateTable
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

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_idx" ON "AuditEvent"("actorId");

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "MailSettings" ADD CONSTRAINT "MailSettings_one_row" CHECK ("id" = 1);
ALTER TABLE "MailSettings" ADD CONSTRAINT "MailSettings_server_has_a_port" CHECK (("smtpHost" IS NULL) = ("smtpPort" IS NULL) AND ("imapHost" IS NULL) = ("imapPort" IS NULL));
