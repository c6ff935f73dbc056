import type { MailChoice } from "@/lib/accounts/mail-form";
import type { Database } from "@/lib/db";

/** What somebody chose about mails, for the form. */
export async function findMailChoice({ prisma }: Database, id: string) {
  return prisma.user.findUniqueOrThrow({
    where: { id },
    select: { locale: true, answerMails: true, reminderMinutes: true },
  });
}

/** For mails and meetings from now on: a meeting keeps the reminders that it was saved with. */
export async function changeMailChoice({ prisma }: Database, id: string, choice: MailChoice): Promise<void> {
  await prisma.user.update({ where: { id }, data: choice });
}
