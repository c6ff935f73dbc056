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
  removeIds: string[];
};

export const dueBefore = (startsAt: Date, minutesBefore: number): Date =>
  new Date(startsAt.getTime() - minutesBefore * 60_000);

/**
 * Pure: the changes that give a meeting its reminders, in minutes before the start. Rows already sent stay as they are.
 * A reminder whose moment has passed is dropped. A mail sent now would say the same.
 */
export function planReminders(existing: ReminderRow[], minutes: number[], startsAt: Date, now: Date): ReminderPlan {
  const wanted = new Set(minutes);
  const plan: ReminderPlan = { insert: [], update: [], removeIds: [] };
  for (const minutesBefore of wanted) {
    const same = existing.filter((row) => row.minutesBefore === minutesBefore);
    const sent = same.filter(({ status }) => status === "SENT");
    const open = same.filter(({ status }) => status !== "SENT");
    const dueAt = dueBefore(startsAt, minutesBefore);
    const moment: Moment = { minutesBefore, dueAt, status: dueAt <= now ? "DROPPED" : "WAITING" };
    const first = open[0];
    // The meeting moved back to a time for which it was sent.
    if (sent.some((row) => +row.dueAt === +dueAt)) plan.removeIds.push(...open.map(({ id }) => id));
    else if (first && +first.dueAt === +dueAt) continue;
    else if (first) plan.update.push({ id: first.id, ...moment });
    else plan.insert.push(moment);
  }
  const unwanted = existing.filter((row) => row.status !== "SENT" && !wanted.has(row.minutesBefore));
  plan.removeIds.push(...unwanted.map(({ id }) => id));
  return plan;
}
