import { z } from "zod";
import { wrong } from "@/lib/input-error";
import { maxReminderMinutes, minReminderMinutes, offeredReminders, reminderField } from "@/lib/reminders/minutes";

const ownReminder = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .refine(
    (typed) =>
      typed === "" ||
      (/^\d{1,5}$/.test(typed) && Number(typed) >= minReminderMinutes && Number(typed) <= maxReminderMinutes),
    wrong({ code: "reminder-not-in-range", least: minReminderMinutes, most: maxReminderMinutes }),
  )
  .transform((typed) => (typed === "" ? [] : [Number(typed)]));

export const reminderFields = {
  ...Object.fromEntries(offeredReminders.map((minutes) => [reminderField(minutes), z.string().optional()])),
  ownReminder,
};

/** Minutes before the start, the earliest reminder first. */
export function chosenReminders(form: { ownReminder: number[]; [field: string]: unknown }): number[] {
  const ticked = offeredReminders.filter((minutes) => form[reminderField(minutes)] !== undefined);
  return [...new Set<number>([...ticked, ...form.ownReminder])].sort((a, b) => b - a);
}
