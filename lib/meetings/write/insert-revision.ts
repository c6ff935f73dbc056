import type { Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";

type Revision = { meetingId: string; version: number; status: "CONFIRMED" | "CANCELLED"; facts: MeetingFacts };

/** Writes down what the meeting is from now on; deliveries name this row. */
export async function insertRevision(
  tx: Transaction,
  { meetingId, version, status, facts }: Revision,
  { createdById, now }: { createdById: string; now: Date },
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
      createdById,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}
