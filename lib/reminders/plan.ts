export type ReminderRow = {
  id: string;
  minutesBefore: number;
  dueAt: Date;
  status: "WAITING" | "SENT" | "DROPPED";
};

type Moment = { minutesBefore: number; dueAt: Date; status: "WAITING" | "DROPPED" };

export type ReminderPlan = {
  insert: Moment[];
  update: (Moment & { id: string })[];
  /** IDs of rows that were not sent and are not wanted. */
  remove: string[];
};

/** The moment of a reminder of a meeting that starts at `startsAt`. */
export const dueBefore = (startsAt: Date, minutesBefore: number): Date =>
  new Date(startsAt.getTime() - minutesBefore * 60_000);

/**
 * Pure: which reminders a meeting is to have, from those it has. One that went out stays as it is: it is history, and when
 * the meeting moves so that its moment lies ahead, there is another. One whose moment has passed when it is planned is
 * written down as dropped: the invitation or the update of that moment says all it would.
 * @param minutes before the start
 */
export function planReminders(existing: ReminderRow[], minutes: number[], startsAt: Date, now: Date): ReminderPlan {
  const wanted = new Set(minutes);
  const plan: ReminderPlan = { insert: [], update: [], remove: [] };
  for (const minutesBefore of wanted) {
    const same = existing.filter((row) => row.minutesBefore === minutesBefore);
    const sent = same.filter(({ status }) => status === "SENT");
    const open = same.filter(({ status }) => status !== "SENT");
    const dueAt = dueBefore(startsAt, minutesBefore);
    const moment: Moment = { minutesBefore, dueAt, status: dueAt <= now ? "DROPPED" : "WAITING" };
    const first = open[0];
    // Moved away and back again.
    if (sent.some((row) => +row.dueAt === +dueAt)) plan.remove.push(...open.map(({ id }) => id));
    else if (first && +first.dueAt === +dueAt) continue;
    else if (first) plan.update.push({ id: first.id, ...moment });
    else plan.insert.push(moment);
  }
  const unwanted = existing.filter((row) => row.status !== "SENT" && !wanted.has(row.minutesBefore));
  plan.remove.push(...unwanted.map(({ id }) => id));
  return plan;
}
