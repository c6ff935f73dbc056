import type { Database } from "@/lib/db";
import { proposalOf } from "@/lib/participants/proposal";

/**
 * Every answer of one person, the newest first. Whoever asks has seen to it that the meeting is theirs. Without a `time`, an
 * answer is to an `occurrence` that the meeting does not have.
 */
export async function answerHistory({ prisma }: Database, participantId: string) {
  const answers = await prisma.participantAnswer.findMany({
    where: { participantId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return answers.map(({ id, answer, note, via, createdAt, startsAt, endsAt, recurrenceStart, ...rest }) => {
    const time = startsAt && endsAt && { startsAt, endsAt };
    const occurrence = time ? null : { startsAt: recurrenceStart };
    return { id, answer, note, via, createdAt, time, occurrence, proposal: proposalOf(rest) };
  });
}
