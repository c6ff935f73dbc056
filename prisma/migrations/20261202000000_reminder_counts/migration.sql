-- Null for reminders that were sent before this was counted.
ALTER TABLE "Reminder" ADD COLUMN "reminded" INTEGER, ADD COLUMN "leftOut" INTEGER;
