import type { Transaction } from "@/lib/db";
import { dueBefore } from "@/lib/reminders/plan";

/**
 * A meeting's reminders as its form shows them: minutes before the start, the earliest moment first. One that was sent for
 * a time that the meeting has no longer is history and says nothing about what is wanted.
 */
export async function reminderMinutes(tx: Transaction, meetingId: string): Promise<number[]> {
  const rows = await tx.reminder.findMany({
    where: { occurrence: { meetingId } },
    select: { minutesBefore: true, dueAt: true, occurrence: { select: { startsAt: true } } },
  });
  const wanted = rows.filter((row) => +row.dueAt === +dueBefore(row.occurrence.startsAt, row.minutesBefore));
  return [...new Set(wanted.map(({ minutesBefore }) => minutesBefore))].sort((a, b) => b - a);
}
