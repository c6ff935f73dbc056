import { newestCalendarMailArgs } from "@/lib/mail/ledger/newest";
import type { Prisma } from "@/prisma/generated/client";

export const shownMailSelect = {
  id: true,
  kind: true,
  status: true,
  attempts: true,
  nextAttemptAt: true,
  deferredAt: true,
  reason: true,
  lastReason: true,
  serverText: true,
  sentVia: true,
  settledAt: true,
  messageId: true,
} satisfies Prisma.DeliverySelect;

/** A participant's newest calendar mail, with what pages show of it. */
export const newestShownMail = {
  ...newestCalendarMailArgs,
  select: shownMailSelect,
} satisfies Prisma.Participant$deliveriesArgs;
