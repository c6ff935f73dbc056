-- Which mail told the organiser of a failure, so that each is told once and a retry names the same people.
ALTER TABLE "Delivery" ADD COLUMN "noticeId" UUID;
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- Known to Prisma only as this SQL. Few deliveries fail, so the others pay nothing for it.
CREATE INDEX "Delivery_told_by" ON "Delivery"("noticeId") WHERE "noticeId" IS NOT NULL;
