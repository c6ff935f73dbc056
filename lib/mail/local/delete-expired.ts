import { log } from "@/lib/log";
import { datedMails, deleteMail } from "@/lib/mail/local/folder";
import { readMail } from "@/lib/mail/local/read";
import { tokenFacts } from "@/lib/mail/local/token-facts";

const hourMs = 60 * 60_000;
const withoutLinkMs = 30 * 24 * hourMs;

const known = new Map<string, Date>();

/** A mail expires with its link, else with its meeting, else after 30 days. Returns how many were deleted. */
export async function deleteExpiredMails(dataDir: string, now: Date): Promise<number> {
  const mails = await datedMails(dataDir);
  let deleted = 0;
  // One after the other: there may be thousands.
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
  return link || entry || new Date(at.getTime() + withoutLinkMs);
}

export function startDeletingExpiredMails({ dataDir, now }: { dataDir: string; now: () => Date }): () => void {
  let busy = false;
  const deleteOnce = async () => {
    if (busy) return;
    busy = true;
    try {
      const mails = await deleteExpiredMails(dataDir, now());
      if (mails > 0) log.info("expired mails deleted from local mail", { mails });
    } catch (error) {
      log.warn("expired mails not deleted", { error });
    }
    busy = false;
  };
  const timer = setInterval(deleteOnce, hourMs);
  timer.unref();
  void deleteOnce();
  return () => clearInterval(timer);
}
