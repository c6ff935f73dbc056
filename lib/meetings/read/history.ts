import type { Database } from "@/lib/db";
import type { Change } from "@/lib/mail/message/change";
import { shownMailSelect } from "@/lib/meetings/read/shown-mail";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { personSelect } from "@/lib/participants/person";

/** A limit, because an organiser may get a notice for each answer. */
const maxMails = 200;

type Wanted = { meetingId: string; participantId: string; viewer: MeetingViewer };

/** All mails to one participant with their attempts, the newest first. Null: not visible to the viewer. */
export async function personHistory(db: Database, { meetingId, participantId, viewer }: Wanted) {
  const person = await db.prisma.participant.findFirst({
    where: { id: participantId, meetingId, meeting: visibleTo(viewer) },
    select: {
      id: true,
      ...personSelect,
      isOrganiser: true,
      removedAt: true,
      meeting: { select: { id: true, title: true, status: true, occurrences: readOccurrence } },
      deliveries: {
        orderBy: [{ createdAt: "desc" }, { revisedAt: "desc" }, { id: "desc" }],
        take: maxMails,
        select: {
          ...shownMailSelect,
          notice: true,
          changes: true,
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
