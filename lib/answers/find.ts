import type { Database } from "@/lib/db";

/** What the page of an answer link shows: the meeting as it stands now, and what this person said about it. */
export async function findAsked(db: Database, participantId: string) {
  const person = await db.prisma.participant.findUnique({
    where: { id: participantId },
    select: {
      id: true,
      name: true,
      email: true,
      timeZone: true,
      locale: true,
      isOrganiser: true,
      removedAt: true,
      sequence: true,
      answer: true,
      answerNote: true,
      meeting: {
        select: {
          title: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          status: true,
          locale: true,
          organiser: { select: { name: true } },
        },
      },
    },
  });
  if (!person) return null;
  const { meeting, timeZone: ownZone, locale: ownLocale, ...rest } = person;
  const { organiser, ...facts } = meeting;
  return { ...rest, ...facts, ownZone, locale: ownLocale ?? facts.locale, organiser: organiser.name };
}

export type AskedPerson = NonNullable<Awaited<ReturnType<typeof findAsked>>>;
