import { newestMailArgs } from "@/lib/mail/ledger/newest";
import type { Prisma } from "@/prisma/generated/client";

export const mailSelect = {
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

/** A participant's newest calendar mail, whether it arrived or not. */
export const newestCalendarMail = { ...newestMailArgs, select: mailSelect } satisfies Prisma.Participant$deliveriesArgs;
