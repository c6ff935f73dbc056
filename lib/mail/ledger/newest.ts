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

/** Of a meeting `m`, for a LATERAL join: what a new mail says. */
export const newestRevision = Prisma.sql`(SELECT r."id", r."startsAt", r."endsAt" FROM "MeetingRevision" r
  WHERE r."meetingId" = m."id" ORDER BY r."version" DESC LIMIT 1)`;

/** Of a participant `p`: their later mails refer to it, so that mail programs show one thread (RFC 5322 §3.6.4). */
export const firstMessageId = Prisma.sql`(SELECT d."messageId" FROM "Delivery" d
  WHERE d."participantId" = p."id" ORDER BY d."createdAt", d."id" LIMIT 1)`;

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
