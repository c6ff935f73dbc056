import type { Transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import type { Time } from "@/lib/time/start-and-end";
import { writeZonedTime } from "@/lib/time/wall-time";

/** The one occurrence of a meeting that was just saved; `timeZone` is the meeting's. */
export async function insertOccurrence(
  tx: Transaction,
  { meetingId, organiserId }: { meetingId: string; organiserId: string },
  { startsAt, endsAt, timeZone }: Time & { timeZone: string },
): Promise<string> {
  const id = newId();
  await tx.occurrence.create({
    data: { id, meetingId, organiserId, originalStart: writeZonedTime(startsAt, timeZone), startsAt, endsAt },
  });
  return id;
}

/** Its name, `originalStart`, stays. */
export async function moveOccurrence(tx: Transaction, meetingId: string, { startsAt, endsAt }: Time): Promise<string> {
  const data = { startsAt, endsAt };
  const [moved] = await tx.occurrence.updateManyAndReturn({ where: { meetingId }, data, select: { id: true } });
  return moved!.id;
}

export async function cancelOccurrence(tx: Transaction, meetingId: string): Promise<void> {
  await tx.occurrence.updateMany({ where: { meetingId }, data: { status: "CANCELLED" } });
}
