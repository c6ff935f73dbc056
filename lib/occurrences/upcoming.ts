import { Prisma } from "@/prisma/generated/client";

/** Of one occurrence: seven days. */
export const maxMeetingMinutes = 7 * 24 * 60;

/** Meetings that were not cancelled and are not over. */
export const upcomingMeetings = (now: Date) =>
  ({
    status: "CONFIRMED",
    occurrences: { some: { status: "CONFIRMED", endsAt: { gt: now } } },
  }) satisfies Prisma.MeetingWhereInput;

/** The same rule as SQL, for a meeting `m`. */
export const isUpcoming = (now: Date): Prisma.Sql => Prisma.sql`
  (m."status" = 'CONFIRMED' AND EXISTS (SELECT 1 FROM "Occurrence" c
    WHERE c."meetingId" = m."id" AND c."status" = 'CONFIRMED' AND c."endsAt" > ${now}))`;

/**
 * Occurrences `oc`, each with its meeting `m`. Joined by both columns, so that a filter by the meeting's organiser reads the
 * list's index.
 */
export const occurrencesOfMeetings = Prisma.sql`"Occurrence" oc
  JOIN "Meeting" m ON m."id" = oc."meetingId" AND m."organiserId" = oc."organiserId"`;

/** An occurrence `oc` is not over. The bound on `startsAt` lets the list's index find those that are going on. */
export const isNotOver = (now: Date): Prisma.Sql => Prisma.sql`
  (oc."endsAt" > ${now} AND oc."startsAt" > ${new Date(now.getTime() - maxMeetingMinutes * 60_000)})`;
