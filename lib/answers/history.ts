import type { Database } from "@/lib/db";

/** Every answer of one person that counted, the newest first. Whoever asks has seen to it that the meeting is theirs. */
export function answerHistory({ prisma }: Database, participantId: string) {
  return prisma.participantAnswer.findMany({
    where: { participantId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      id: true,
      answer: true,
      note: true,
      proposal: true,
      via: true,
      createdAt: true,
      startsAt: true,
      endsAt: true,
    },
  });
}
