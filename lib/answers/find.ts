import type { Database } from "@/lib/db";
import { newestArrivedArgs } from "@/lib/mail/ledger/newest";
import { onlyOccurrence, readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { sameTime } from "@/lib/participants/answered-time";
import { currentAnswerTo } from "@/lib/participants/current-answer";
import type { CurrentAnswer } from "@/prisma/generated/client";

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
          occurrences: readOccurrence,
          timeZone: true,
          status: true,
          locale: true,
          organiser: { select: { name: true } },
        },
      },
    },
  });
  if (!person) return null;
  const { meeting, user, timeZone, locale, deliveries, current, ...rest } = person;
  const { organiser, ...facts } = withTime(meeting);
  // As lib/mail/ledger/insert.ts writes it into their mails.
  const own = { ownZone: timeZone ?? user?.timeZone ?? null, locale: locale ?? user?.locale ?? facts.locale };
  const told = deliveries[0]?.revision;
  const toldOther = told && !sameTime(told, facts) ? told : null;
  const all = { ...rest, ...facts, ...own, organiser: organiser.name, toldOther };
  const { counting, toOtherTime } = currentAnswerTo(current, onlyOccurrence(meeting));
  const { answer, note: answerNote } = counting ?? { answer: "NONE", note: "" };
  return { ...all, answer, answerNote, answeredOther: toOtherTime && otherAnswer(toOtherTime) };
}

/** Null: only a proposal came. */
function otherAnswer({ answer, note, startsAt, endsAt }: CurrentAnswer) {
  return answer === "NONE" ? null : { startsAt, endsAt, answer, note };
}

export type AskedPerson = NonNullable<Awaited<ReturnType<typeof findAsked>>>;
