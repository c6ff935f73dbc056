import type { Database } from "@/lib/db";
import { waitsForNextTry } from "@/lib/mail/ledger/state";
import { newestCalendarMail } from "@/lib/meetings/read/newest-mail";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { onlyOccurrence } from "@/lib/occurrences/only-occurrence";
import { answeredTime, isAnswerTo, type Time } from "@/lib/participants/answered-time";

/** Everything the meeting's page shows; null for a meeting of somebody else, as for one that does not exist. */
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
          name: true,
          email: true,
          role: true,
          isOrganiser: true,
          answer: true,
          answerNote: true,
          answeredAt: true,
          answerStartsAt: true,
          answerEndsAt: true,
          // Of a proposal that a newer answer replaced, or that a change of the time answered, nothing is shown.
          answers: {
            where: { proposal: { not: "" } },
            orderBy: [{ createdAt: "desc" }, { id: "desc" }],
            take: 1,
            select: { proposal: true, createdAt: true },
          },
          deliveries: newestCalendarMail,
        },
      },
    },
  });
  if (!meeting) return null;
  const { occurrences, ...facts } = meeting;
  const { startsAt, endsAt } = onlyOccurrence(meeting);
  const reminders = occurrences.flatMap((occurrence) => occurrence.reminders);
  const participants = meeting.participants.map(({ deliveries, answers: [proposed], ...person }) => ({
    ...person,
    ...answersOf(person, { startsAt, endsAt }),
    proposal: proposed && +proposed.createdAt === +(person.answeredAt ?? 0) ? proposed.proposal : "",
    delivery: deliveries[0] ?? null,
  }));
  return {
    ...facts,
    startsAt,
    endsAt,
    reminders,
    participants,
    progress: mailProgress(participants),
    answers: answerCounts(participants),
  };
}

export type MeetingDetails = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;
export type ShownPerson = MeetingDetails["participants"][number];
export type ShownDelivery = NonNullable<ShownPerson["delivery"]>;

type Answered = { answer: Answer } & Parameters<typeof answeredTime>[0];

/** What somebody answered to the meeting's time, and otherwise what they answered to which other one. */
function answersOf(
  person: Answered,
  meeting: Time,
): { answer: Answer; otherAnswer: (Time & { answer: Answer }) | null } {
  const { answer } = person;
  if (isAnswerTo(meeting, person)) return { answer, otherAnswer: null };
  const time = answer === "NONE" ? null : answeredTime(person);
  return { answer: "NONE", otherAnswer: time && { answer, ...time } };
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
