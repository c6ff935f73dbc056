import { log } from "@/lib/log";
import { deleteEndedMails } from "@/lib/mail/local/delete-expired";

const everyMs = 60 * 60_000;

/** Looks through the local mailbox now and every hour. In the process that keeps it; returns how to stop. */
export function startMailboxKeeper({ dataDir, now }: { dataDir: string; now: () => Date }): () => void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      const mails = await deleteEndedMails(dataDir, now());
      if (mails > 0) log.info("mails deleted from the mailbox: their links have ended", { mails });
    } catch (error) {
      log.warn("the mailbox could not be looked through", { error });
    }
    busy = false;
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  void look();
  return () => clearInterval(timer);
}
