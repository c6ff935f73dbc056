import { z } from "zod";
import type { Database } from "@/lib/db";
import { plain } from "@/lib/input-error";
import { locales } from "@/lib/locale";
import { chosenReminders, reminderFields } from "@/lib/reminders/choice";

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

export async function findMailChoice({ prisma }: Database, id: string) {
  return prisma.user.findUniqueOrThrow({
    where: { id },
    select: { locale: true, answerMails: true, reminderMinutes: true },
  });
}

/** For new meetings: a saved meeting keeps its reminders. */
export async function changeMailChoice({ prisma }: Database, id: string, choice: MailChoice): Promise<void> {
  await prisma.user.update({ where: { id }, data: choice });
}
