import type { Database } from "@/lib/db";
import { newestArrivedArgs } from "@/lib/mail/ledger/newest";
import { sameTime } from "@/lib/participants/answered-time";
import { countsFor } from "@/lib/participants/current-answer";

/**
 * What the page of an answer link shows: the meeting as it stands now, what this person said to its time, and whether they
 * were told of another one, or answered to it.
 */
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
      current: true,
      deliveries: {
        ...newestArrivedArgs,
        select: { revision: { select: { startsAt: true, endsAt: true } } },
      },
      meeting: {
        select: {
          title: true,
          timeZone: true,
          status: true,
          locale: true,
          organiser: { select: { name: true } },
          occurrences: { select: { id: true, startsAt: true, endsAt: true } },
        },
      },
    },
  });
  if (!person) return null;
  const { meeting, user, timeZone, locale, deliveries, current, ...rest } = person;
  const { organiser, occurrences, ...shared } = meeting;
  const { id: occurrenceId, ...time } = occurrences[0]!;
  const facts = { ...shared, ...time };
  // As lib/mail/ledger/insert.ts writes it into their mails.
  const own = { ownZone: timeZone ?? user?.timeZone ?? null, locale: locale ?? user?.locale ?? facts.locale };
  const told = deliveries[0]?.revision;
  const toldOther = told && !sameTime(told, facts) ? told : null;
  const all = { ...rest, ...facts, ...own, organiser: organiser.name, toldOther };
  const said = current.find((row) => row.occurrenceId === occurrenceId);
  const nothing = { ...all, answer: "NONE" as const, answerNote: "", answeredOther: null };
  if (!said) return nothing;
  const { answer, note, startsAt, endsAt } = said;
  if (countsFor(time, said)) return { ...nothing, answer, answerNote: note };
  return answer === "NONE" ? nothing : { ...nothing, answeredOther: { startsAt, endsAt, answer, note } };
}

export type AskedPerson = NonNullable<Awaited<ReturnType<typeof findAsked>>>;
