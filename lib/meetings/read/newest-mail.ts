import { newestMailArgs } from "@/lib/mail/ledger/newest";
import type { Prisma } from "@/prisma/generated/client";

/** The newest mail about somebody's calendar entry, as a page shows it: what that person knows, or was to know. */
export const newestCalendarMail = {
  ...newestMailArgs,
  select: {
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
  },
} satisfies Prisma.Participant$deliveriesArgs;
