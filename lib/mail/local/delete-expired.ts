import { datedMails, deleteMail } from "@/lib/mail/local/folder";
import { readMail } from "@/lib/mail/local/read";
import { tokenFacts } from "@/lib/mail/local/token-facts";

const dayMs = 24 * 60 * 60_000;
/** For a mail in which no time stands: a notice, or a file that cannot be read. */
const keptMs = 30 * dayMs;

/** A file never changes, so it is read once. */
const known = new Map<string, Date>();

/**
 * Deletes the mails that are of no use any more: those whose link has stopped working, and those without a link once their
 * meeting is over. The folder would grow for ever.
 * @returns how many were deleted
 */
export async function deleteEndedMails(dataDir: string, now: Date): Promise<number> {
  const mails = await datedMails(dataDir);
  let deleted = 0;
  // One after the other: there may be thousands, and nobody waits for this.
  for (const { id, at } of mails) {
    const end = known.get(id) ?? (await endOf(dataDir, id, at));
    known.set(id, end);
    if (end > now) continue;
    await deleteMail(dataDir, id);
    known.delete(id);
    deleted++;
  }
  return deleted;
}

async function endOf(dataDir: string, id: string, at: Date): Promise<Date> {
  const mail = await readMail(dataDir, id).catch(() => null);
  const link = mail?.token && tokenFacts(mail.token).expiresAt;
  const entry = mail?.calendar?.properties.find(({ name }) => name === "DTEND")?.at;
  return link || entry || new Date(at.getTime() + keptMs);
}
