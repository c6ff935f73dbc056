import { Prisma } from "@/prisma/generated/client";

export const maxMeetingMinutes = 7 * 24 * 60;

/** Neither cancelled nor over. */
export const upcomingMeetings = (now: Date) =>
  ({
    status: "CONFIRMED",
    occurrences: { some: { status: "CONFIRMED", endsAt: { gt: now } } },
  }) satisfies Prisma.MeetingWhereInput;

/** The same rule as SQL, for a meeting `m`. */
export const isUpcoming = (now: Date): Prisma.Sql => Prisma.sql`
  (m."status" = 'CONFIRMED' AND EXISTS (SELECT 1 FROM "Occurrence" other
    WHERE other."meetingId" = m."id" AND other."status" = 'CONFIRMED' AND other."endsAt" > ${now}))`;

/** Occurrences `oc` with their meetings `m`. The second column lets a filter by organiser use the list's index. */
export const occurrencesOfMeetings = Prisma.sql`"Occurrence" oc
  JOIN "Meeting" m ON m."id" = oc."meetingId" AND m."organiserId" = oc."organiserId"`;

/** An occurrence `oc` is not over. The bound on `startsAt` lets it use the list's index. */
export const isNotOver = (now: Date): Prisma.Sql => Prisma.sql`
  (oc."endsAt" > ${now} AND oc."startsAt" > ${new Date(now.getTime() - maxMeetingMinutes * 60_000)})`;
