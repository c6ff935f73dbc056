import type { Database } from "@/lib/db";
import { localeOf } from "@/lib/locale";
import type { MeetingPlan } from "@/lib/meetings/plan/desired-meeting";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { personSelect } from "@/lib/participants/person";
import { reminderMinutes } from "@/lib/reminders/minutes";

/**
 * What is saved of a meeting, as its form gives it: what an edit starts from, and what a change of nothing but links says
 * again. Null for a meeting of somebody else, as for one that does not exist.
 */
export async function savedPlan(db: Database, { meetingId, viewer }: { meetingId: string; viewer: MeetingViewer }) {
  const meeting = await db.prisma.meeting.findFirst({
    where: { id: meetingId, ...visibleTo(viewer) },
    include: {
      occurrences: readOccurrence,
      domain: { select: { id: true, label: true, baseUrl: true, archivedAt: true } },
      participants: {
        where: { removedAt: null, isOrganiser: false },
        orderBy: { position: "asc" },
        select: personSelect,
      },
    },
  });
  if (!meeting) return null;
  const { title, description, startsAt, endsAt, timeZone, domainId, locale, participants, ...rest } = withTime(meeting);
  const plan: MeetingPlan = {
    title,
    description,
    startsAt,
    endsAt,
    timeZone,
    domainId,
    locale: localeOf(locale),
    reminders: await reminderMinutes(db.prisma, meetingId),
    participants,
  };
  return { ...rest, plan };
}

export type SavedPlan = NonNullable<Awaited<ReturnType<typeof savedPlan>>>;
