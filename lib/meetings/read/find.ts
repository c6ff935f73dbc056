import type { Database } from "@/lib/db";
import { waitsForNextTry } from "@/lib/mail/ledger/state";
import { newestShownMail } from "@/lib/meetings/read/shown-mail";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { onlyOccurrence } from "@/lib/occurrences/only-occurrence";
import { currentAnswerTo } from "@/lib/participants/current-answer";
import { personSelect } from "@/lib/participants/person";
import { proposalOf } from "@/lib/participants/proposal";
import type { Time } from "@/lib/time/start-and-end";
import type { CurrentAnswer } from "@/prisma/generated/client";

/** The meeting with its people, their newest mails and answers. Null: not visible to the viewer. */
export async function findMeeting(db: Database, { meetingId, viewer }: { meetingId: string; viewer: MeetingViewer }) {
  const meeting = await db.prisma.meeting.findFirst({
    where: { id: meetingId, ...visibleTo(viewer) },
    include: {
      domain: { select: { label: true, baseUrl: true, opensBeforeMinutes: true, closesAfterMinutes: true } },
      occurrences: { include: { reminders: { orderBy: { dueAt: "asc" } } } },
      participants: {
        where: { removedAt: null },
        orderBy: { position: "asc" },
        select: {
          id: true,
          ...personSelect,
          isOrganiser: true,
          current: true,
          answers: {
            where: { isProposal: true, occurrenceId: { not: null } },
            orderBy: [{ createdAt: "desc" }, { id: "desc" }],
            take: 1,
            select: { isProposal: true, proposedStartsAt: true, proposedEndsAt: true, createdAt: true },
          },
          deliveries: newestShownMail,
        },
      },
    },
  });
  if (!meeting) return null;
  const { occurrences, ...facts } = meeting;
  const occurrence = onlyOccurrence(meeting);
  const { startsAt, endsAt } = occurrence;
  const reminders = occurrences.flatMap((one) => one.reminders);
  const participants = meeting.participants.map(({ deliveries, answers: [proposed], current, ...person }) => {
    const shown = shownAnswer(current, occurrence);
    return {
      ...person,
      ...shown,
      // A newer answer makes a proposal obsolete, and so does a mail with another time.
      proposal: proposed && +proposed.createdAt === +(shown.answeredAt ?? 0) ? proposalOf(proposed) : null,
      delivery: deliveries[0] ?? null,
    };
  });
  return {
    ...facts,
    startsAt,
    endsAt,
    reminders,
    participants,
    progress: mailProgress(participants),
    answers: countAnswers(participants),
  };
}

export type MeetingDetails = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;
export type ShownPerson = MeetingDetails["participants"][number];
export type ShownDelivery = NonNullable<ShownPerson["delivery"]>;

/** The answer to the occurrence's time, or else the one to another time. */
function shownAnswer(rows: CurrentAnswer[], occurrence: Time & { id: string }) {
  const { counting, toOtherTime: other } = currentAnswerTo(rows, occurrence);
  const last = counting ?? other;
  return {
    answer: counting?.answer ?? "NONE",
    answerNote: last?.note ?? "",
    answeredAt: last?.answeredAt ?? null,
    otherAnswer:
      other && other.answer !== "NONE"
        ? { answer: other.answer, startsAt: other.startsAt, endsAt: other.endsAt }
        : null,
  };
}

type Progressing = Parameters<typeof waitsForNextTry>[0];

/** Newest mails by state. `waiting`: deferred until a known time; `queued`: being tried now. */
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

function countAnswers(participants: { isOrganiser: boolean; answer: Answer }[]): Record<Answer, number> {
  const counts = { NONE: 0, ACCEPTED: 0, TENTATIVE: 0, DECLINED: 0 };
  for (const { isOrganiser, answer } of participants) if (!isOrganiser) counts[answer]++;
  return counts;
}

type Answer = "NONE" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
