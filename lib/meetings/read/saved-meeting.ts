import type { Database } from "@/lib/db";
import { localeOf } from "@/lib/locale";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { factsOf } from "@/lib/meetings/plan/meeting-facts";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { personSelect } from "@/lib/participants/person";
import { reminderMinutes } from "@/lib/reminders/of-meeting";

/** A saved meeting as its form shows it. Null: not visible to the viewer. */
export async function savedMeeting(db: Database, { meetingId, viewer }: { meetingId: string; viewer: MeetingViewer }) {
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
  const { id, version, status, domain, opensBeforeMinutes, closesAfterMinutes } = meeting;
  const { roomName: _, ...facts } = factsOf(withTime(meeting));
  const input: MeetingInput = {
    ...facts,
    locale: localeOf(meeting.locale),
    reminders: await reminderMinutes(db.prisma, meetingId),
    participants: meeting.participants,
  };
  return { id, version, status, domain, opensBeforeMinutes, closesAfterMinutes, input };
}

export type SavedMeeting = NonNullable<Awaited<ReturnType<typeof savedMeeting>>>;
