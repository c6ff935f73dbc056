import type { findMailChoice } from "@/lib/accounts/mail-choice";
import { reminderValues } from "@/lib/reminders/offered";

type Choice = Awaited<ReturnType<typeof findMailChoice>>;

/** As the form's controls hold it. */
export function mailValues({ locale, answerMails, reminderMinutes }: Choice): Record<string, string> {
  return { locale, answerMails, ...reminderValues(reminderMinutes) };
}
