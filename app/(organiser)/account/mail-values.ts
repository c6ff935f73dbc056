import type { findMailChoice } from "@/lib/people/mail-choice";
import { offeredReminders, reminderField } from "@/lib/reminders/choice";

type Choice = Awaited<ReturnType<typeof findMailChoice>>;

/** As the form's controls hold it. */
export function mailValues({ locale, answerMails, reminderMinutes }: Choice): Record<string, string> {
  const offered = reminderMinutes.filter((minutes) => offeredReminders.some((one) => one === minutes));
  const own = reminderMinutes.find((minutes) => !offered.includes(minutes));
  return {
    locale,
    answerMails,
    ...Object.fromEntries(offered.map((minutes) => [reminderField(minutes), "on"])),
    ownReminder: own?.toString() ?? "",
  };
}
