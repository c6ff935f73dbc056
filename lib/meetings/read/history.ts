import type { Database } from "@/lib/db";
import type { Change } from "@/lib/mail/message/change";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";

/** So many mails of one person are shown; the organiser of a large meeting gets a notice for each answer. */
const maxMails = 200;

type Wanted = { meetingId: string; participantId: string; viewer: MeetingViewer };

/**
 * The whole ledger of one person of a meeting, removed or not: each mail, each attempt and what the mail servers said.
 * The newest first. Null for somebody in a meeting of another organiser, as for somebody who does not exist.
 */
export async function personHistory(db: Database, { meetingId, participantId, viewer }: Wanted) {
  const person = await db.prisma.participant.findFirst({
    where: { id: participantId, meetingId, meeting: visibleTo(viewer) },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      isOrganiser: true,
      removedAt: true,
      meeting: { select: { id: true, title: true, status: true, occurrences: readOccurrence } },
      deliveries: {
        orderBy: [{ createdAt: "desc" }, { revisedAt: "desc" }, { id: "desc" }],
        take: maxMails,
        select: {
          id: true,
          kind: true,
          notice: true,
          changes: true,
          status: true,
          attempts: true,
          nextAttemptAt: true,
          deferredAt: true,
          reason: true,
          lastReason: true,
          serverText: true,
          sentVia: true,
          settledAt: true,
          messageId: true,
          createdAt: true,
          reminder: { select: { minutesBefore: true } },
          history: { orderBy: { number: "desc" }, omit: { deliveryId: true } },
        },
      },
    },
  });
  if (!person) return null;
  const { deliveries, meeting, ...facts } = person;
  return {
    ...facts,
    meeting: withTime(meeting),
    mails: deliveries.map((mail) => ({ ...mail, changes: mail.changes as Change[] })),
  };
}

export type PersonHistory = NonNullable<Awaited<ReturnType<typeof personHistory>>>;
export type SentMail = PersonHistory["mails"][number];
export type SentAttempt = SentMail["history"][number];
