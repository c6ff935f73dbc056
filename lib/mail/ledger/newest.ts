import { calendarKinds, isCalendarMail, isRequest, requestKinds } from "@/lib/mail/ledger/kinds";
import { inState, whereState } from "@/lib/mail/ledger/state";
import { Prisma } from "@/prisma/generated/client";

/** Of deliveries `d` to one person. A copy sent after a late accept has the DTSTAMP of its original. */
export const newestFirst = Prisma.sql`d."revisedAt" DESC, d."createdAt" DESC, d."id" DESC`;
export const newestLast = Prisma.sql`d."revisedAt", d."createdAt", d."id"`;

const newestOf = (which: Prisma.Sql) => Prisma.sql`(
  SELECT d.* FROM "Delivery" d WHERE d."participantId" = p."id" AND ${which} ORDER BY ${newestFirst} LIMIT 1)`;

/** Of a participant `p`, for a LATERAL join: the newest calendar mail, whatever became of it. */
export const newestCalendarMail = newestOf(isCalendarMail);

/** Of a participant `p`, for a LATERAL join: the newest invitation or update that was accepted and has not come back. */
export const newestArrived = newestOf(Prisma.sql`${isRequest} AND ${inState("accepted")}`);

const newest = {
  orderBy: [{ revisedAt: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  take: 1,
} satisfies Prisma.Participant$deliveriesArgs;

export const newestCalendarMailArgs = {
  where: { kind: { in: calendarKinds } },
  ...newest,
} satisfies Prisma.DeliveryFindManyArgs;
export const newestArrivedArgs = {
  where: { kind: { in: requestKinds }, ...whereState("accepted") },
  ...newest,
} satisfies Prisma.DeliveryFindManyArgs;
