import type { Transaction } from "@/lib/db";
import { dueBefore } from "@/lib/reminders/plan";

/** A meeting's reminders in minutes before the start, the earliest first. Leaves out those sent for a former time. */
export async function reminderMinutes(tx: Transaction, meetingId: string): Promise<number[]> {
  const rows = await tx.reminder.findMany({
    where: { occurrence: { meetingId } },
    select: { minutesBefore: true, dueAt: true, occurrence: { select: { startsAt: true } } },
  });
  const wanted = rows.filter((row) => +row.dueAt === +dueBefore(row.occurrence.startsAt, row.minutesBefore));
  return [...new Set(wanted.map(({ minutesBefore }) => minutesBefore))].sort((a, b) => b - a);
}
