import type { Database } from "@/lib/db";
import { waitsForNextTry } from "@/lib/mail/ledger/state";
import { newestCalendarMail } from "@/lib/meetings/read/newest-mail";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import type { Time } from "@/lib/participants/answered-time";
import { countsFor } from "@/lib/participants/current-answer";
import { personSelect } from "@/lib/participants/person";
import { proposalOf } from "@/lib/participants/proposal";

/** Everything the meeting's page shows; null for a meeting of somebody else, as for one that does not exist. */
export async function findMeeting(db: Database, { meetingId, viewer }: { meetingId: string; viewer: MeetingViewer }) {
  const meeting = await db.prisma.meeting.findFirst({
    where: { id: meetingId, ...visibleTo(viewer) },
    include: {
      domain: { select: { label: true, baseUrl: true, opensBeforeMinutes: true, closesAfterMinutes: true } },
      occurrences: true,
      reminders: { orderBy: { dueAt: "asc" } },
      participants: {
        where: { removedAt: null },
        orderBy: { position: "asc" },
        select: {
          id: true,
          ...personSelect,
          isOrganiser: true,
          current: true,
          // Of a proposal that a newer answer replaced, or that a change of the time answered, nothing is shown.
          answers: {
            where: { isProposal: true },
            orderBy: [{ createdAt: "desc" }, { id: "desc" }],
            take: 1,
            select: { isProposal: true, proposedStartsAt: true, proposedEndsAt: true, createdAt: true },
          },
          deliveries: newestCalendarMail,
        },
      },
    },
  });
  if (!meeting) return null;
  const { occurrences, ...facts } = meeting;
  const [occurrence] = occurrences;
  const participants = meeting.participants.map(({ deliveries, answers: [proposed], current, ...person }) => {
    const said = current.find(({ occurrenceId }) => occurrenceId === occurrence!.id) ?? null;
    return {
      ...person,
      ...answersOf(said, occurrence!),
      proposal: proposed && +proposed.createdAt === +(said?.answeredAt ?? 0) ? proposalOf(proposed) : null,
      delivery: deliveries[0] ?? null,
    };
  });
  return { ...facts, participants, progress: mailProgress(participants), answers: answerCounts(participants) };
}

export type MeetingDetails = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;
export type ShownPerson = MeetingDetails["participants"][number];
export type ShownDelivery = NonNullable<ShownPerson["delivery"]>;

type Answered = Time & { answer: Answer; note: string; answeredAt: Date };

type ShownAnswer = {
  answer: Answer;
  answerNote: string;
  answeredAt: Date | null;
  otherAnswer: (Time & { answer: Answer }) | null;
};

/** What somebody answered to the occurrence's time, and otherwise what they answered to which other one. */
function answersOf(said: Answered | null, occurrence: Time): ShownAnswer {
  if (!said) return { answer: "NONE", answerNote: "", answeredAt: null, otherAnswer: null };
  const { answer, note: answerNote, answeredAt, startsAt, endsAt } = said;
  if (countsFor(occurrence, said)) return { answer, answerNote, answeredAt, otherAnswer: null };
  const otherAnswer = answer === "NONE" ? null : { answer, startsAt, endsAt };
  return { answer: "NONE", answerNote, answeredAt, otherAnswer };
}

type Progressing = Parameters<typeof waitsForNextTry>[0];

/** How many of the newest deliveries are decided, and how. `waiting` are those to be tried again, `queued` those tried now. */
export function mailProgress(people: { delivery: Progressing | null }[]) {
  const count = (test: (delivery: Progressing) => boolean) =>
    people.filter(({ delivery }) => delivery && test(delivery)).length;
  return {
    total: people.length,
    accepted: count(({ status }) => status === "ACCEPTED"),
    failed: count(({ status }) => status === "FAILED" || status === "BOUNCED"),
    waiting: count(waitsForNextTry),
    storedLocally: count(({ status }) => status === "STORED_LOCALLY"),
    queued: count((delivery) => delivery.status === "QUEUED" && !waitsForNextTry(delivery)),
  };
}

/** Without the organiser, who is not asked. */
function answerCounts(participants: { isOrganiser: boolean; answer: Answer }[]): Record<Answer, number> {
  const counts = { NONE: 0, ACCEPTED: 0, TENTATIVE: 0, DECLINED: 0 };
  for (const { isOrganiser, answer } of participants) if (!isOrganiser) counts[answer]++;
  return counts;
}

type Answer = "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
