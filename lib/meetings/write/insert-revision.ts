import type { Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { type MeetingContent, type RevisionPerson, writeRevisionPeople } from "@/lib/meetings/plan/meeting-content";

/** What a meeting is from now on, beside its people. */
export type NewRevision = Omit<MeetingContent, "people"> & {
  version: number;
  status: "CONFIRMED" | "CANCELLED";
  createdById: string;
};

/** Writes down what the meeting is from now on; deliveries name this row. */
export async function insertRevision(
  tx: Transaction,
  { version, status, facts, locale, reminders, createdById }: NewRevision,
  { meetingId, people, now }: { meetingId: string; people: RevisionPerson[]; now: Date },
): Promise<string> {
  const { title, description, startsAt, endsAt, timeZone, domainId, roomName } = facts;
  const { id } = await tx.meetingRevision.create({
    data: {
      id: newId(),
      meetingId,
      version,
      status,
      title,
      description,
      startsAt,
      endsAt,
      timeZone,
      domainId,
      roomName,
      locale,
      reminderMinutes: reminders,
      people: writeRevisionPeople(people),
      createdById,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}
