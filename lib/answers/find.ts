import type { Database } from "@/lib/db";
import { newestArrivedArgs } from "@/lib/mail/ledger/newest";
import { onlyOccurrence, readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { currentAnswerTo } from "@/lib/participants/current-answer";
import { proposalOf } from "@/lib/participants/proposal";
import { sameTime } from "@/lib/time/start-and-end";
import type { CurrentAnswer } from "@/prisma/generated/client";

/** What the answer page shows. After a silent change, the person's mail or answer may have an older time. */
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
  // The same order of preference as in lib/mail/ledger/insert.ts.
  const own = { ownZone: timeZone ?? user?.timeZone ?? null, locale: locale ?? user?.locale ?? facts.locale };
  const mailed = deliveries[0]?.revision;
  const outdatedTime = mailed && !sameTime(mailed, facts) ? mailed : null;
  const all = { ...rest, ...facts, ...own, organiser: organiser.name, outdatedTime };
  const { counting, toOtherTime } = currentAnswerTo(current, onlyOccurrence(meeting));
  const { answer, note: answerNote } = counting ?? { answer: "NONE", note: "" };
  return { ...all, answer, answerNote, answeredOther: toOtherTime && otherAnswer(toOtherTime) };
}

export type AskedPerson = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

function otherAnswer({ answer, note, startsAt, endsAt }: CurrentAnswer) {
  return answer === "NONE" ? null : { startsAt, endsAt, answer, note };
}

/** One person's answers, newest first. The caller checks who may see the meeting. */
export async function answerHistory({ prisma }: Database, participantId: string) {
  const answers = await prisma.participantAnswer.findMany({
    where: { participantId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return answers.map(({ id, answer, note, via, createdAt, startsAt, endsAt, recurrenceStart, ...rest }) => {
    const time = startsAt && endsAt && { startsAt, endsAt };
    // Without a time, the reply named an occurrence that the meeting does not have.
    const occurrence = time ? null : { startsAt: recurrenceStart };
    return { id, answer, note, via, createdAt, time, occurrence, proposal: proposalOf(rest) };
  });
}
