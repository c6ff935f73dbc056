import { z } from "zod";
import { plain } from "@/lib/input-error";
import { locales } from "@/lib/locale";
import { chosenReminders, reminderFields } from "@/lib/reminders/choice";

/** How an organiser wants to be written to, and what their new meetings begin with. */
export const mailSchema = z
  .object({
    locale: z.enum(locales, plain("choose-language")),
    answerMails: z.enum(["EACH", "DAILY", "NEVER"], plain("choose-one")),
    ...reminderFields,
  })
  .transform(({ locale, answerMails, ...reminders }) => ({
    locale,
    answerMails,
    reminderMinutes: chosenReminders(reminders),
  }));

export type MailChoice = z.output<typeof mailSchema>;
