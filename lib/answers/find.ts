import type { Database } from "@/lib/db";
import { isAnswerTo } from "@/lib/participants/answered-time";

/** What the page of an answer link shows: the meeting as it stands now, and what this person said to its time. */
export async function findAsked(db: Database, participantId: string) {
  const person = await db.prisma.participant.findUnique({
    where: { id: participantId },
    select: {
      id: true,
      name: true,
      email: true,
      timeZone: true,
      locale: true,
      user: { select: { timeZone: true, locale: true } },
      isOrganiser: true,
      removedAt: true,
      answer: true,
      answerNote: true,
      answerStartsAt: true,
      answerEndsAt: true,
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
  const { meeting, user, timeZone, locale, ...rest } = person;
  const { organiser, ...facts } = meeting;
  // As lib/ledger/insert.ts writes it into their mails.
  const own = { ownZone: timeZone ?? user?.timeZone ?? null, locale: locale ?? user?.locale ?? facts.locale };
  const said = isAnswerTo(facts, person) ? {} : ({ answer: "NONE", answerNote: "" } as const);
  return { ...rest, ...said, ...facts, ...own, organiser: organiser.name };
}

export type AskedPerson = NonNullable<Awaited<ReturnType<typeof findAsked>>>;
