import type { Transaction } from "@/lib/db";

/** A meeting's reminders as its form shows them: minutes before the start, the earliest moment first. */
export async function reminderMinutes(tx: Transaction, meetingId: string): Promise<number[]> {
  const rows = await tx.reminder.findMany({ where: { meetingId }, select: { minutesBefore: true } });
  return [...new Set(rows.map(({ minutesBefore }) => minutesBefore))].sort((a, b) => b - a);
}
