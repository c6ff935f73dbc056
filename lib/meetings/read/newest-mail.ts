import type { Prisma } from "@/prisma/generated/client";

/** The newest mail about somebody's calendar entry, as a page shows it: what that person knows, or was to know. */
export const newestCalendarMail = {
  where: { kind: { in: ["INVITATION", "UPDATE", "CANCELLATION"] } },
  orderBy: [{ revisedAt: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  take: 1,
  select: {
    id: true,
    kind: true,
    status: true,
    attempts: true,
    nextAttemptAt: true,
    responseCode: true,
    response: true,
    settledAt: true,
    messageId: true,
  },
} satisfies Prisma.Participant$deliveriesArgs;
