import type { Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { type MeetingContent, type RevisionPerson, writeRevisionPeople } from "@/lib/meetings/plan/meeting-content";
import { factsOf } from "@/lib/meetings/plan/meeting-facts";

export type NewRevision = Omit<MeetingContent, "people"> & {
  version: number;
  status: "CONFIRMED" | "CANCELLED";
  createdById: string;
};

/** Returns the ID that deliveries name. */
export async function insertRevision(
  tx: Transaction,
  { version, status, facts, locale, reminders, createdById }: NewRevision,
  { meetingId, people, now }: { meetingId: string; people: RevisionPerson[]; now: Date },
): Promise<string> {
  const { id } = await tx.meetingRevision.create({
    data: {
      id: newId(),
      meetingId,
      version,
      status,
      ...factsOf(facts),
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
