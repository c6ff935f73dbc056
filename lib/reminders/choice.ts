import { z } from "zod";
import { wrong } from "@/lib/input-error";
import { offeredReminders, reminderField } from "@/lib/reminders/offered";

/** Four weeks. */
const maxReminderMinutes = 40_320;

const ownReminder = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .refine(
    (typed) => typed === "" || (/^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= maxReminderMinutes),
    wrong({ code: "reminder-not-in-range", most: maxReminderMinutes }),
  )
  .transform((typed) => (typed === "" ? [] : [Number(typed)]));

/** The fields of a form in which reminders are chosen: what is ticked, and one number of one's own. */
export const reminderFields = {
  ...Object.fromEntries(offeredReminders.map((minutes) => [reminderField(minutes), z.string().optional()])),
  ownReminder,
};

/** What was chosen, the earliest reminder first, each once. */
export function chosenReminders(form: { ownReminder: number[]; [field: string]: unknown }): number[] {
  const ticked = offeredReminders.filter((minutes) => form[reminderField(minutes)] !== undefined);
  return [...new Set<number>([...ticked, ...form.ownReminder])].sort((a, b) => b - a);
}
